#include <catch2/catch.hpp>

#include <downhill/net/decision_map.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;

TEST_CASE("a decision map holds what the net says at each point of the grid") {
  const TwoLayerNet<float> net({.input_size = 2, .hidden_size = 5, .output_size = 3, .weight_init_std = 1});
  const Grid grid{.x0 = {-6, 6}, .x1 = {-2, 4}, .columns = 4, .rows = 3};
  const Matrix<float> map = decision_map(net, grid);
  REQUIRE(map.rows() == 12);
  Matrix<float> point(1, 2);
  point << 2, 1;  // column 2, row 1
  CHECK((map.row(1 * 4 + 2) - net.predict(point)).norm() < 1e-6f);
  CHECK(map.row(0).sum() == Approx(1));
}

TEST_CASE("a net of images has no map of the plane") {
  CHECK_THROWS_WITH(decision_map(TwoLayerNet<float>(NetOptions{}), {}), Catch::Contains("784 inputs"));
}

TEST_CASE("the grid of a map lies among the values of the data, however the net's inputs were made of them") {
  const Dataset data = Dataset::standardised(std::vector<double>{35.1, 139, 35.5, 139.5, 35.2, 140}, {0, 1, 1}, 2);
  const TwoLayerNet<float> net({.input_size = 2, .hidden_size = 5, .output_size = 2, .weight_init_std = 1});
  const Grid grid{.x0 = {35.1, 35.5}, .x1 = {139, 139.5}, .columns = 2, .rows = 2};
  const Matrix<float> map = decision_map(net, grid, data.input_scales());
  const Matrix<float> answers = net.predict(data.inputs(std::vector<Index>{0, 1}));
  CHECK((map.row(0) - answers.row(0)).norm() < 1e-6f);
  CHECK((map.row(3) - answers.row(1)).norm() < 1e-6f);
  CHECK_THROWS_AS(decision_map(net, grid, std::vector<InputScale>(3)), TypeError);
}

TEST_CASE("what a map cannot show is what the net's inputs cannot hold, not what the data hold") {
  const TwoLayerNet<float> net({.input_size = 2, .hidden_size = 5, .output_size = 2, .weight_init_std = 1});
  const Grid far{.x0 = {1e50, 2e50}, .x1 = {0, 1}, .columns = 2, .rows = 2};
  const std::vector<InputScale> wide = {{.centre = 1e50, .spread = 1e50}, {.centre = 0, .spread = 1}};
  CHECK(decision_map(net, far, wide).allFinite());
  CHECK_THROWS_WITH(decision_map(net, far), Catch::Contains("x0[0] is 1e+50"));
  const std::vector<InputScale> narrow = {{.centre = 0, .spread = 1e-300}, {.centre = 0, .spread = 1}};
  CHECK_THROWS_WITH(decision_map(net, {.x0 = {0, 1}, .x1 = {0, 1}, .columns = 2, .rows = 2}, narrow),
                    Catch::Contains("x0[1] is 1;"));
}
