#include "text/number_extras.h"

#include <array>

namespace hearth::text {
namespace {

struct Extra {
  std::string_view language, text;
  double value;
};

constexpr std::array kExtras{
    Extra{"en", "half", 0.5},
    Extra{"en", "a half", 0.5},
    Extra{"en", "one half", 0.5},
    Extra{"en", "quarter", 0.25},
    Extra{"en", "a quarter", 0.25},
    Extra{"en", "one quarter", 0.25},
    Extra{"en", "three quarters", 0.75},
    Extra{"en", "dozen", 12},
    Extra{"en", "a dozen", 12},
    Extra{"en", "half a dozen", 6},
    Extra{"en", "couple", 2},
    Extra{"en", "a couple", 2},
    Extra{"en", "a couple of", 2},
    Extra{"en", "a pair of", 2},
    Extra{"en", "oh", 0},
    Extra{"en", "nil", 0},
    Extra{"en", "a", 1},
    Extra{"en", "an", 1},
    Extra{"de", "halb", 0.5},
    Extra{"de", "halbe", 0.5},
    Extra{"de", "ein halb", 0.5},
    Extra{"de", "viertel", 0.25},
    Extra{"de", "ein viertel", 0.25},
    Extra{"de", "dreiviertel", 0.75},
    Extra{"de", "drei viertel", 0.75},
    Extra{"de", "anderthalb", 1.5},
    Extra{"de", "eineinhalb", 1.5},
    Extra{"de", "einundeinhalb", 1.5},
    Extra{"de", "zwo", 2},
    Extra{"de", "ein paar", 2},
    Extra{"de", "dutzend", 12},
    Extra{"de", "ein dutzend", 12},
    Extra{"de", "zweieinhalb", 2.5},
    Extra{"fr", "demi", 0.5},
    Extra{"fr", "demie", 0.5},
    Extra{"fr", "un demi", 0.5},
    Extra{"fr", "quart", 0.25},
    Extra{"fr", "un quart", 0.25},
    Extra{"fr", "trois quarts", 0.75},
    Extra{"fr", "douzaine", 12},
    Extra{"fr", "une douzaine", 12},
    Extra{"fr", "une dizaine", 10},
    Extra{"es", "medio", 0.5},
    Extra{"es", "media", 0.5},
    Extra{"es", "un cuarto", 0.25},
    Extra{"es", "tres cuartos", 0.75},
    Extra{"es", "docena", 12},
    Extra{"es", "una docena", 12},
    Extra{"es", "un par", 2},
    Extra{"it", "mezzo", 0.5},
    Extra{"it", "mezza", 0.5},
    Extra{"it", "un quarto", 0.25},
    Extra{"it", "una dozzina", 12},
    Extra{"it", "un paio", 2},
    Extra{"nl", "half", 0.5},
    Extra{"nl", "halve", 0.5},
    Extra{"nl", "kwart", 0.25},
    Extra{"nl", "anderhalf", 1.5},
    Extra{"nl", "anderhalve", 1.5},
    Extra{"nl", "dozijn", 12},
    Extra{"pt", "meia", 0.5},
    Extra{"pt", "meio", 0.5},
    Extra{"pt", "um quarto", 0.25},
    Extra{"pt", "uma duzia", 12},
    Extra{"pt", "uma dúzia", 12},
    Extra{"sv", "halv", 0.5},
    Extra{"sv", "en och en halv", 1.5},
    Extra{"da", "halv", 0.5},
    Extra{"da", "halvanden", 1.5},
    Extra{"nb", "halv", 0.5},
    Extra{"nb", "halvannen", 1.5},
    Extra{"pl", "pół", 0.5},
    Extra{"pl", "półtora", 1.5},
    Extra{"ru", "половина", 0.5},
    Extra{"ru", "полтора", 1.5},
    Extra{"ru", "полторы", 1.5},
    Extra{"fi", "puoli", 0.5},
    Extra{"fi", "puolitoista", 1.5},
    Extra{"cs", "půl", 0.5},
    Extra{"uk", "пів", 0.5},
    Extra{"uk", "півтора", 1.5},
};

struct Opening {
  std::string_view language, from, to;
};

/// A number that begins with `from` may begin with `to` instead.
constexpr std::array kOpenings{
    Opening{"en", "one hundred", "a hundred"},   Opening{"en", "one hundred", "hundred"},
    Opening{"en", "one thousand", "a thousand"}, Opening{"en", "one thousand", "thousand"},
    Opening{"de", "einhundert", "hundert"},      Opening{"de", "eintausend", "tausend"},
};

struct Half {
  std::string_view language, text;
};
constexpr std::array kHalves{Half{"en", " and a half"}, Half{"de", "einhalb"},     Half{"fr", " et demi"},
                             Half{"es", " y medio"},    Half{"it", " e mezzo"},    Half{"nl", "eneenhalf"},
                             Half{"pt", " e meio"},     Half{"sv", " och en halv"}};

/// The tens that Belgian and Swiss French count on: 70, 80 and 90.
void add_french_tens(int64_t value, const std::string& spelling, std::vector<std::string>& out) {
  struct Ten {
    int64_t at;
    std::string_view standard, regional;
  };
  static constexpr std::array kTens{Ten{70, "soixante-dix", "septante"}, Ten{80, "quatre-vingt", "huitante"},
                                    Ten{80, "quatre-vingt", "octante"}, Ten{90, "quatre-vingt-dix", "nonante"}};
  static constexpr std::array<std::string_view, 10> kUnits{"",      "-et-un", "-deux", "-trois", "-quatre",
                                                           "-cinq", "-six",   "-sept", "-huit",  "-neuf"};
  const int64_t tail = value % 100;
  const size_t start = tail < 80 ? spelling.rfind("soixante") : spelling.rfind("quatre-vingt");
  if (start == std::string::npos) return;
  for (const Ten& ten : kTens) {
    if (tail / 10 * 10 != ten.at) continue;
    const std::string front = spelling.substr(0, start) + std::string(ten.regional);
    out.push_back(front + std::string(kUnits[static_cast<size_t>(tail % 10)]));
  }
}

}  // namespace

std::string_view primary_language(std::string_view language) {
  return language.substr(0, std::min(language.find_first_of("-_"), language.size()));
}

std::vector<NumberSpelling> number_extras(std::string_view language) {
  std::vector<NumberSpelling> out;
  for (const Extra& extra : kExtras) {
    if (extra.language == primary_language(language)) out.push_back({std::string(extra.text), extra.value});
  }
  return out;
}

std::vector<std::string> everyday_forms(std::string_view language, int64_t value, const std::string& spelling) {
  std::vector<std::string> out;
  const std::string_view primary = primary_language(language);
  for (const Opening& opening : kOpenings) {
    if (opening.language == primary && spelling.starts_with(opening.from)) {
      out.push_back(std::string(opening.to) + spelling.substr(opening.from.size()));
    }
  }
  if (primary == "fr" && value % 100 >= 70) add_french_tens(value, spelling, out);
  return out;
}

std::string_view and_a_half(std::string_view language) {
  for (const Half& half : kHalves) {
    if (half.language == primary_language(language)) return half.text;
  }
  return {};
}

}  // namespace hearth::text
