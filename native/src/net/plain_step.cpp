#include <downhill/net/trainer.hpp>

namespace downhill {

double plain_step(TwoLayerNet<float>& net, const Dataset& train, MiniBatchSampler& sampler, Optimizer<float>& optimizer,
                  float learning_rate) {
  // 1. A mini-batch.
  const std::span<const Index> mini_batch = sampler.draw();
  const Matrix<float> x = train.inputs(mini_batch);
  const std::vector<Label> labels = train.labels(mini_batch);
  // 2. The gradient of the loss on it.
  const Vector<float> gradient = net.gradient(x, labels);
  // 3. One step downhill.
  optimizer.update(net.parameters(), gradient, learning_rate);
  // 4. The loss on the same mini-batch after it.
  return net.loss(x, labels);
}

}  // namespace downhill
