#include <array>
#include <bit>
#include <cstring>
#include <type_traits>

#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "net/snapshot_seal.hpp"
#include "support/checksum.hpp"

// Snapshots as bytes: the header of snapshot_seal.hpp, beginning with "DHSN", then each field in order; numbers little-endian.

namespace downhill {
namespace {

static_assert(std::endian::native == std::endian::little, "snapshots are written as they lie in memory");

constexpr std::uint32_t magic = 0x4e53'4844;  // "DHSN"
// 1 had neither a checksum nor what the snapshot was made with. An optimiser of other constants (optimizer.hpp) is another
// version.
constexpr std::uint32_t version = 2;

class Writer {
 public:
  template <class T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T>);
    append(&value, sizeof value);
  }

  template <class T>
  void array(const T* values, std::size_t count) {
    number(static_cast<std::uint64_t>(count));
    append(values, count * sizeof(T));
  }

  std::vector<std::uint8_t> bytes;

 private:
  void append(const void* from, std::size_t size) {
    if (size == 0) return;
    bytes.resize(bytes.size() + size);
    std::memcpy(bytes.data() + bytes.size() - size, from, size);
  }
};

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  template <class T>
  T number() {
    T value;
    std::memcpy(&value, take(sizeof value), sizeof value);
    return value;
  }

  template <class Array>
  Array array() {
    using T = typename Array::value_type;
    const auto count = number<std::uint64_t>();
    if (count > rest_.size() / sizeof(T)) too_short();
    Array values(static_cast<std::size_t>(count));
    if (count > 0) std::memcpy(values.data(), take(static_cast<std::size_t>(count) * sizeof(T)), values.size() * sizeof(T));
    return values;
  }

  void expect_end() const {
    if (!rest_.empty()) throw_format_error({"snapshot has ", rest_.size(), " bytes too many"});
  }

 private:
  const std::uint8_t* take(std::size_t size) {
    if (size > rest_.size()) too_short();
    const std::uint8_t* at = rest_.data();
    rest_ = rest_.subspan(size);
    return at;
  }
  [[noreturn]] static void too_short() { throw_format_error({"snapshot is cut short"}); }

  std::span<const std::uint8_t> rest_;
};

void write(Writer& writer, const Vector<float>& values) {
  writer.array(values.data(), static_cast<std::size_t>(values.size()));
}

Vector<float> read_vector(Reader& reader) {
  const auto values = reader.array<std::vector<float>>();
  return ConstVectorMap<float>(values.data(), static_cast<Eigen::Index>(values.size()));
}

template <class Enum>
Enum read_enum(Reader& reader, const char* name, Enum last) {
  const auto number = reader.number<std::uint8_t>();
  if (number > static_cast<std::uint8_t>(last))
    throw_format_error({"snapshot names ", name, " number ", number, ", which does not exist"});
  return static_cast<Enum>(number);
}

void write(Writer& writer, const RunSetup& setup) {
  writer.number(setup.shape.input_size);
  writer.number(setup.shape.hidden_size);
  writer.number(setup.shape.output_size);
  writer.number(static_cast<std::uint8_t>(setup.activation));
  writer.number(static_cast<std::uint8_t>(setup.gradient));
  writer.number(setup.h);
  writer.number(static_cast<std::uint8_t>(setup.sampling));
  writer.number(setup.batch_size);
  writer.number(setup.samples);
  writer.number(setup.data);
}

RunSetup read_setup(Reader& reader) {
  RunSetup setup;
  setup.shape.input_size = reader.number<std::int32_t>();
  setup.shape.hidden_size = reader.number<std::int32_t>();
  setup.shape.output_size = reader.number<std::int32_t>();
  setup.activation = read_enum(reader, "activation", Activation::tanh);
  setup.gradient = read_enum(reader, "gradient", GradientMethod::numerical);
  setup.h = reader.number<double>();
  setup.sampling = read_enum(reader, "sampling", Sampling::epochs);
  setup.batch_size = reader.number<Index>();
  setup.samples = reader.number<Index>();
  setup.data = reader.number<std::uint64_t>();
  return setup;
}

/// The checksum of the bytes behind the header.
std::uint64_t contents_checksum(std::span<const std::uint8_t> bytes) { return checksum(bytes.subspan(snapshot_header_size)); }

void check_header(Reader& reader, std::span<const std::uint8_t> bytes) {
  if (reader.number<std::uint32_t>() != magic) {
    throw_format_error({"snapshot does not begin with DHSN: these bytes are something else"});
  }
  const auto found = reader.number<std::uint32_t>();
  if (found != version) {
    throw_format_error({"snapshot has version ", found, "; this engine reads version ", version,
                        found < version ? " alone, which says what it was made with: train anew and take another" : ""});
  }
  const auto size = reader.number<std::uint64_t>();
  if (size != bytes.size())
    throw_format_error({"snapshot has ", bytes.size(), " bytes; by its beginning it should have ", size});
  if (reader.number<std::uint64_t>() != contents_checksum(bytes)) {
    throw_format_error({"snapshot is damaged: its contents are not those of which it has the checksum"});
  }
}

}  // namespace

void seal_snapshot(std::span<std::uint8_t> bytes) {
  const std::array<std::uint64_t, 2> seal{bytes.size(), contents_checksum(bytes)};
  std::memcpy(bytes.data() + snapshot_header_size - sizeof seal, seal.data(), sizeof seal);
}

std::vector<std::uint8_t> serialise(const Snapshot& snapshot) {
  Writer writer;
  writer.number(magic);
  writer.number(version);
  writer.number(std::uint64_t{});
  writer.number(std::uint64_t{});
  write(writer, snapshot.setup);
  writer.number(snapshot.iteration);
  writer.number(snapshot.loss);
  writer.number(snapshot.learning_rate);
  write(writer, snapshot.parameters);
  writer.number(static_cast<std::uint8_t>(snapshot.optimizer.kind));
  writer.number(snapshot.optimizer.steps);
  write(writer, snapshot.optimizer.first);
  write(writer, snapshot.optimizer.second);
  const Random::State& random = snapshot.sampler.random;
  writer.number(random.state);
  writer.number(random.increment);
  writer.number(random.spare);
  writer.number(static_cast<std::uint8_t>(random.has_spare));
  writer.array(snapshot.sampler.pack.data(), snapshot.sampler.pack.size());
  writer.number(snapshot.sampler.next);
  seal_snapshot(writer.bytes);
  return writer.bytes;
}

Snapshot deserialise(std::span<const std::uint8_t> bytes) {
  Reader reader(bytes);
  check_header(reader, bytes);
  Snapshot snapshot;
  snapshot.setup = read_setup(reader);
  snapshot.iteration = reader.number<std::uint32_t>();
  snapshot.loss = reader.number<float>();
  snapshot.learning_rate = reader.number<double>();
  snapshot.parameters = read_vector(reader);
  snapshot.optimizer.kind = read_enum(reader, "optimizer", OptimizerKind::adam);
  snapshot.optimizer.steps = reader.number<std::uint64_t>();
  snapshot.optimizer.first = read_vector(reader);
  snapshot.optimizer.second = read_vector(reader);
  Random::State& random = snapshot.sampler.random;
  random.state = reader.number<std::uint64_t>();
  random.increment = reader.number<std::uint64_t>();
  random.spare = reader.number<double>();
  random.has_spare = reader.number<std::uint8_t>() != 0;
  snapshot.sampler.pack = reader.array<std::vector<Index>>();
  snapshot.sampler.next = reader.number<Index>();
  reader.expect_end();
  const auto fits = [&](const Vector<float>& state) { return state.size() == 0 || state.size() == snapshot.parameters.size(); };
  if (!fits(snapshot.optimizer.first) || !fits(snapshot.optimizer.second)) {
    throw_format_error({"snapshot is damaged: its optimizer does not fit its parameters"});
  }
  return snapshot;
}

}  // namespace downhill
