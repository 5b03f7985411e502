#include <downhill/net/contributions.hpp>
#include <downhill/support/error.hpp>

namespace downhill {

Contributions contributions(const TwoLayerNet<float>& net, const ConstMatrixRef<float>& x) {
  const ForwardPass<float> pass = net.forward(x);
  require(x.rows() == 1, "the number of rows of x", x.rows(), "1");
  Contributions of;
  of.to_hidden = x.row(0).asDiagonal() * net.W1();
  of.raising = of.to_hidden.cwiseMax(0).colwise().sum();
  of.lowering = of.to_hidden.cwiseMin(0).colwise().sum();
  of.to_output = pass.z.row(0).asDiagonal() * net.W2();
  return of;
}

}  // namespace downhill
