# `cmake --install` leaves the library, its headers by room, and the package that find_package(downhill) finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(DOWNHILL_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/downhill)
install(TARGETS downhill EXPORT downhillTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/downhill)

install(EXPORT downhillTargets NAMESPACE downhill:: DESTINATION ${DOWNHILL_PACKAGE_DIR})
configure_package_config_file(cmake/downhillConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/downhillConfig.cmake INSTALL_DESTINATION ${DOWNHILL_PACKAGE_DIR})
# Before 1.0 every minor version may change the interface.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/downhillConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/downhillConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/downhillConfigVersion.cmake DESTINATION ${DOWNHILL_PACKAGE_DIR})
