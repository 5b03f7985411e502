#include "float4.hpp"

namespace downhill::kernels {

constinit const ExpConstants exp_constants;

}  // namespace downhill::kernels
