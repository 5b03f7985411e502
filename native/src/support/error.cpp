#include <downhill/support/error.hpp>

#include "support/number_text.hpp"

namespace downhill {

void Piece::append_to(std::string& message) const {
  switch (kind_) {
    case Kind::text:
      message += text_;
      break;
    case Kind::whole:
      message += std::to_string(whole_);
      break;
    case Kind::real:
      message += shown(real_);
      break;
  }
}

void Text::append_to(std::string& message) const {
  for (const Piece& piece : pieces_) piece.append_to(message);
}

std::string Text::string() const {
  std::string text;
  append_to(text);
  return text;
}

void throw_range_error(const Text& message) { throw RangeError(message.string()); }
void throw_type_error(const Text& message) { throw TypeError(message.string()); }
void throw_format_error(const Text& message) { throw FormatError(message.string()); }

void throw_unsound_net(const Text& what, double given) {
  std::string message = "the net's ";
  what.append_to(message);
  message += " is ";
  Piece(given).append_to(message);
  message += ": a parameter is NaN or too large; allowed is a net whose answers are finite numbers";
  throw UnsoundNetError(message);
}

void throw_range_error(const Text& name, const Piece& given, const Text& allowed) {
  std::string message = name.string();
  message += " is ";
  given.append_to(message);
  message += "; allowed is ";
  allowed.append_to(message);
  throw RangeError(message);
}

void throw_range_error(const char* name, const Piece& given, const char* allowed) {
  throw_range_error(Text(name), given, Text(allowed));
}

}  // namespace downhill
