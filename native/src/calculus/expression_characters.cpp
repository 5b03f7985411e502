#include "calculus/expression_characters.hpp"

namespace downhill {
namespace {

using Script = Character::Script;

// Not of Character, since they are left out there.
constexpr char space = ' ';
constexpr char unseen = 4;

struct Plain {
  char plain;
  Script script = Script::line;
};

/// The Latin letters and the digits of "Mathematical Alphanumeric Symbols", and π.
Plain of_mathematics(char32_t c) {
  constexpr char32_t letters = 0x1d400, letters_end = 0x1d6a4, greek = 0x1d6a8, digits = 0x1d7ce;
  if (c >= digits) return {static_cast<char>('0' + (c - digits) % 10)};
  if (c >= letters_end && c < greek) return {Character::foreign};
  if (c >= greek) return {(c - greek) % 58 == 41 ? Character::pi : Character::foreign};
  const auto letter = static_cast<char>((c - letters) % 52);
  return {static_cast<char>(letter < 26 ? 'A' + letter : 'a' + letter - 26)};
}

Plain plain_of(char32_t c) {
  if (c >= '\t' && c <= '\r') return {space};
  if (c < 0x7f) return {c < ' ' ? Character::foreign : static_cast<char>(c)};
  // Full width.
  if (c >= 0xff01 && c <= 0xff5e) return {static_cast<char>(c - 0xfee0)};
  if (c >= 0x1d400 && c <= 0x1d7ff) return of_mathematics(c);
  if (c >= 0x2080 && c <= 0x2089) return {static_cast<char>('0' + (c - 0x2080)), Script::lowered};
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return {static_cast<char>('0' + (c - 0x2070)), Script::raised};
  if ((c >= 0x2000 && c <= 0x200a)) return {space};
  if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f)) return {unseen};
  // Not the em dash, which a phone makes of two minus signs.
  if (c >= 0x2010 && c <= 0x2013) return {'-'};
  if (c >= 0xfe00 && c <= 0xfe0f) return {unseen};  // variation selectors
  switch (c) {
    case 0xb2:
    case 0xb3:
      return {static_cast<char>('0' + (c - 0xb0)), Script::raised};
    case 0xb9:
      return {'1', Script::raised};
    case 0x207a:
      return {'+', Script::raised};
    case 0x207b:
      return {'-', Script::raised};
    case 0x85:
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x2062:  // invisible times: a product that is not written
    case 0x2800:
    case 0x3000:
      return {space};
    case 0xad:
    case 0x34f:
    case 0x61c:
    case 0x180e:
    case 0x2060:
    case 0x2061:  // function application
    case 0xfeff:
      return {unseen};
    case 0x2064:  // invisible plus
    case 0x2795:
    case 0xfe62:
      return {'+'};
    case 0x2d7:
    case 0x2043:
    case 0x2212:
    case 0x2796:
    case 0xfe63:
      return {'-'};
    case 0xb7:
    case 0xd7:
    case 0x2022:
    case 0x2027:
    case 0x2217:
    case 0x2219:
    case 0x22c5:
    case 0x22c6:
    case 0x2715:
    case 0x2716:
    case 0x2a2f:
    case 0x30fb:
    case 0xfe61:
      return {'*'};
    case 0xf7:
    case 0x2044:
    case 0x2215:
    case 0x2797:
    case 0x29f8:
      return {'/'};
    case 0x2c6:
    case 0x2191:
      return {'^'};
    case 0x2223:
    case 0x2758:
      return {'|'};
    case 0xfe59:
      return {'('};
    case 0xfe5a:
      return {')'};
    case 0x2063:  // invisible separator
    case 0xfe50:
      return {','};
    case 0xfe54:
      return {';'};
    case 0x2254:  // :=
    case 0xfe66:
      return {'='};
    case 0x210e:
      return {'h'};
    case 0x212f:
    case 0x2147:
      return {'e'};
    case 0x3c0:
      return {Character::pi};
    case 0x221a:
      return {Character::root};
    case 0x221b:
      return {Character::cube_root};
    case 0x221c:
      return {Character::fourth_root};
    default:
      return {Character::foreign};
  }
}

char32_t decoded(std::string_view character) {
  if (character.size() == 1) return static_cast<unsigned char>(character[0]);
  char32_t c = static_cast<unsigned char>(character[0]) & (0x7f >> character.size());
  for (const char byte : character.substr(1)) c = c << 6 | (static_cast<unsigned char>(byte) & 0x3f);
  return c;
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length == 0 || first > 0xf4 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 0;
  }
  return length;
}

std::vector<Character> characters_of(std::string_view source) {
  std::vector<Character> characters;
  characters.reserve(source.size());
  bool spaced = false;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t length = utf8_length(source.substr(at));
    const auto [plain, script] = length == 0 ? Plain{Character::foreign} : plain_of(decoded(source.substr(at, length)));
    const std::size_t taken = length == 0 ? 1 : length;
    if (plain == space) {
      spaced = true;
    } else if (plain != unseen) {
      characters.push_back({.plain = plain, .script = script, .spaced = spaced, .position = at, .length = taken});
      spaced = false;
    }
    at += taken;
  }
  return characters;
}

}  // namespace downhill
