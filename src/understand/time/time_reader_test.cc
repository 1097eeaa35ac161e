#include "understand/time/time_reader.h"

#include <gtest/gtest.h>

#include <chrono>

namespace hearth::understand {
namespace {

using calendar::Zone;

TimeReader reader(const std::string& language) {
  auto read = TimeReader::open("sentences/" + language + "/times.rules", language);
  EXPECT_TRUE(read.ok()) << (read.ok() ? "" : to_string(read.error()));
  return *read;
}

Time at(const std::string& text) { return parse_iso8601(text).value(); }

struct Row {
  const char* language;
  const char* zone;
  const char* now;
  const char* text;
  const char* from;
  const char* to;
};

std::string both(Time from, Time to) { return to_iso8601(from) + " to " + to_iso8601(to); }

void expect_all(const std::vector<Row>& rows) {
  std::map<std::string, TimeReader> readers;
  for (const Row& row : rows) {
    if (!readers.contains(row.language)) readers.emplace(row.language, reader(row.language));
    const auto when = readers.at(row.language).read(row.text, at(row.now), *Zone::find(row.zone));
    ASSERT_TRUE(when) << row.text;
    EXPECT_EQ(both(when->from, when->to), both(at(row.from), at(row.to))) << row.text << " in " << row.zone;
  }
}

TEST(TimeReader, DaylightSavingIsExact) {
  expect_all({
      // The clocks of Berlin skip from two to three on 29 March 2026 and come twice from two to three on 25 October.
      {"en", "Europe/Berlin", "2026-03-28T22:00+01:00", "tomorrow", "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00"},
      {"en", "Europe/Berlin", "2026-03-28T22:00+01:00", "in eight hours", "2026-03-29T07:00+02:00",
       "2026-03-29T07:01+02:00"},
      {"en", "Europe/Berlin", "2026-03-28T22:00+01:00", "at 2:30 am", "2026-03-29T03:30+02:00",
       "2026-03-29T03:31+02:00"},
      {"de", "Europe/Berlin", "2026-10-24T22:00+02:00", "um halb drei nachts", "2026-10-25T02:30+02:00",
       "2026-10-25T02:31+02:00"},
      {"de", "Europe/Berlin", "2026-10-25T02:40+02:00", "um halb drei nachts", "2026-10-25T02:30+01:00",
       "2026-10-25T02:31+01:00"},
      {"de", "Europe/Berlin", "2026-10-24T22:00+02:00", "in acht Stunden", "2026-10-25T05:00+01:00",
       "2026-10-25T05:01+01:00"},
      {"de", "Europe/Berlin", "2026-10-24T22:00+02:00", "morgen", "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00"},
      {"fr", "America/New_York", "2026-03-07T20:00-05:00", "demain matin", "2026-03-08T06:00-04:00",
       "2026-03-08T12:00-04:00"},
      {"es", "Asia/Kathmandu", "2026-03-07T20:00+05:45", "mañana a las nueve", "2026-03-08T09:00+05:45",
       "2026-03-08T09:01+05:45"},
      {"en", "Asia/Tokyo", "2026-11-18T12:00+09:00", "for 26 hours", "2026-11-18T12:00+09:00",
       "2026-11-19T14:00+09:00"},
  });
}

TEST(TimeReader, LeapDaysAndTheEndsOfYearsAndMonths) {
  expect_all({
      {"en", "UTC", "2026-11-18T12:00Z", "February 29th", "2028-02-29T00:00Z", "2028-03-01T00:00Z"},
      {"en", "UTC", "2028-02-29T12:00Z", "in a year", "2029-02-28T00:00Z", "2029-03-01T00:00Z"},
      {"en", "UTC", "2028-02-28T12:00Z", "tomorrow", "2028-02-29T00:00Z", "2028-03-01T00:00Z"},
      {"en", "UTC", "2027-02-28T12:00Z", "tomorrow", "2027-03-01T00:00Z", "2027-03-02T00:00Z"},
      {"en", "UTC", "2026-12-31T23:30Z", "in an hour", "2027-01-01T00:30Z", "2027-01-01T00:31Z"},
      {"en", "UTC", "2026-12-31T23:30Z", "next week", "2027-01-04T00:00Z", "2027-01-11T00:00Z"},
      {"en", "UTC", "2026-01-31T12:00Z", "on the 31st", "2026-01-31T00:00Z", "2026-02-01T00:00Z"},
      {"en", "UTC", "2026-02-01T12:00Z", "on the 31st", "2026-03-31T00:00Z", "2026-04-01T00:00Z"},
      {"de", "UTC", "2026-12-30T12:00Z", "am 1.1.", "2027-01-01T00:00Z", "2027-01-02T00:00Z"},
      {"fr", "UTC", "2026-12-30T12:00Z", "le dernier jour du mois", "2026-12-31T00:00Z", "2027-01-01T00:00Z"},
      {"es", "UTC", "2026-12-31T12:00Z", "pasado mañana", "2027-01-02T00:00Z", "2027-01-03T00:00Z"},
      {"de", "UTC", "2027-01-01T12:00Z", "Ostermontag", "2027-03-29T00:00Z", "2027-03-30T00:00Z"},
      {"en", "UTC", "2027-01-01T12:00Z", "Thanksgiving", "2027-11-25T00:00Z", "2027-11-26T00:00Z"},
  });
}

TEST(TimeReader, TheSameHourInFourLanguages) {
  expect_all({
      {"en", "UTC", "2026-11-18T12:10Z", "half past six", "2026-11-18T18:30Z", "2026-11-18T18:31Z"},
      {"de", "UTC", "2026-11-18T12:10Z", "halb sieben", "2026-11-18T18:30Z", "2026-11-18T18:31Z"},
      {"fr", "UTC", "2026-11-18T12:10Z", "six heures et demie", "2026-11-18T18:30Z", "2026-11-18T18:31Z"},
      {"es", "UTC", "2026-11-18T12:10Z", "las seis y media", "2026-11-18T18:30Z", "2026-11-18T18:31Z"},
      {"de", "UTC", "2026-11-18T12:10Z", "dreiviertel acht", "2026-11-18T19:45Z", "2026-11-18T19:46Z"},
      {"de", "UTC", "2026-11-18T12:10Z", "fünf vor halb neun", "2026-11-18T20:25Z", "2026-11-18T20:26Z"},
      {"fr", "UTC", "2026-11-18T12:10Z", "dans un quart d’heure", "2026-11-18T12:25Z", "2026-11-18T12:26Z"},
      {"es", "UTC", "2026-11-18T12:10Z", "mañana por la mañana", "2026-11-19T06:00Z", "2026-11-19T12:00Z"},
  });
}

TEST(TimeReader, TheSunIsThatOfThePlace) {
  const Zone berlin = *Zone::find("Europe/Berlin");
  const Time now = at("2026-06-21T12:00+02:00");
  const TimeReader plain = reader("en");
  const auto aachen = plain.with_place({50.78, 6.08}).read("at sunset", now, berlin);
  const auto warsaw = plain.with_place({52.23, 21.01}).read("at sunset", now, berlin);
  ASSERT_TRUE(aachen && warsaw);
  // 21:50 and 20:59, by the almanac.
  EXPECT_NEAR(to_seconds(aachen->from - at("2026-06-21T21:50+02:00")), 0, 180);
  EXPECT_NEAR(to_seconds(warsaw->from - at("2026-06-21T21:01+02:00")), 0, 240);
  const auto before = plain.with_place({50.78, 6.08}).read("half an hour before sunset", now, berlin);
  ASSERT_TRUE(before);
  EXPECT_EQ(aachen->from - before->from, std::chrono::minutes(30));
  EXPECT_FALSE(plain.with_place({78.2, 15.6}).read("at sunset today", now, berlin)) << "the sun does not set there";
  EXPECT_FALSE(plain.read("at sunset", now, Zone())) << "nobody knows where that is";
}

TEST(TimeReader, HalvesOfTheDayAreAskedWhereTheyMatter) {
  const TimeReader english = reader("en");
  const Zone utc;
  const auto others = [&](const char* text, const char* now) {
    const auto gathered = english.gather(text, at(now), utc);
    EXPECT_TRUE(gathered) << text;
    return gathered ? gathered->when.others : std::vector<Time>{};
  };
  const char* noon = "2026-11-18T12:00Z";
  const char* night = "2026-11-18T22:00Z";
  EXPECT_TRUE(others("turn the light on at six", noon).empty());
  EXPECT_EQ(others("wake me at six", noon), std::vector{at("2026-11-19T06:00Z")});
  EXPECT_TRUE(others("wake me at six", night).empty()) << "the morning is next";
  EXPECT_TRUE(others("wake me tomorrow at six", noon).empty());
  EXPECT_TRUE(others("wake me at six pm", noon).empty());
  EXPECT_EQ(others("remind me on Friday at seven", noon), std::vector{at("2026-11-20T19:00Z")});
  EXPECT_TRUE(others("remind me on Friday at three", noon).empty());
  EXPECT_EQ(others("turn the light on at three", night), std::vector{at("2026-11-19T15:00Z")});
  EXPECT_EQ(others("next Friday", noon), std::vector{at("2026-11-20T00:00Z")});
}

TEST(TimeReader, FindsTimesWithTheirPrepositions) {
  const auto spans = [](const std::string& language, const std::string& text) {
    std::vector<std::string> out;
    for (const auto& found : reader(language).find(text, at("2026-11-18T12:00Z"), Zone())) {
      out.push_back(text.substr(found.first, found.last - found.first));
      EXPECT_EQ(out.back(), found.when.spoken);
    }
    return out;
  };
  using Spans = std::vector<std::string>;
  EXPECT_EQ(spans("en", "turn on the lamp at half past six tomorrow, please"), Spans{"at half past six tomorrow"});
  EXPECT_EQ(spans("de", "Mach um Viertel nach acht abends das Licht aus"), Spans{"um Viertel nach acht abends"});
  EXPECT_EQ(spans("fr", "éteins la lumière à 23 heures"), Spans{"à 23 heures"});
  EXPECT_EQ(spans("es", "deja la luz encendida hasta medianoche"), Spans{"hasta medianoche"});
  EXPECT_EQ(spans("en", "tomorrow wake me at seven"), (Spans{"tomorrow", "at seven"}));
  for (const char* text : {"set the lights to 50 percent", "turn on the second lamp", "play the march",
                           "it may be dark", "set the thermostat to 20.5 degrees", "open the blinds in the dining room",
                           "turn it off before seven am", "ten minutes after the news"}) {
    EXPECT_EQ(spans("en", text), Spans{}) << text;
  }
  for (const char* text : {"mach das Licht im Wohnzimmer an", "stell die Heizung auf zwanzig Grad"}) {
    EXPECT_EQ(spans("de", text), Spans{}) << text;
  }
  for (const char* text : {"enciende la luz del cuarto", "sube la persiana a la mitad"}) {
    EXPECT_EQ(spans("es", text), Spans{}) << text;
  }
}

TEST(TimeReader, GathersWhatIsSaidInTwoPlaces) {
  const std::string text = "tomorrow wake me at half past six";
  const auto gathered = reader("en").gather(text, at("2026-11-18T12:00Z"), Zone());
  ASSERT_TRUE(gathered);
  EXPECT_EQ(gathered->spans, (std::vector<std::pair<size_t, size_t>>{{0, 8}, {17, text.size()}}));
  EXPECT_EQ(to_iso8601(gathered->when.from), "2026-11-19T06:30:00Z");
  EXPECT_FALSE(
      reader("en").gather("at six and at seven thirty pm tomorrow for an hour", at("2026-11-18T12:00Z"), Zone()));
}

TEST(TimeReader, KnowsWhetherADayWasNamed) {
  const auto dated = [](const char* text, const char* language) {
    const auto found = reader(language).find(text, at("2026-11-18T12:00Z"), Zone());
    return found.size() == 1 && found[0].when.dated;
  };
  EXPECT_TRUE(dated("cancel the alarm on saturday at seven", "en"));
  EXPECT_FALSE(dated("cancel the alarm at seven", "en"));
  EXPECT_TRUE(dated("lösch den wecker morgen um sieben", "de"));
  EXPECT_FALSE(dated("lösch den wecker um sieben", "de"));
}

TEST(TimeReader, ReadsOnlyTheWholeText) {
  const TimeReader english = reader("en");
  const Time now = at("2026-11-18T12:00Z");
  for (const char* text :
       {"", " ", "lamp", "at six lamp", "at 25 o'clock", "30 February", "at 6:75", "for zero minutes", "on the 32nd",
        "until yesterday", "every 0 minutes", "at at six", "24:30"}) {
    EXPECT_FALSE(english.read(text, now, Zone())) << text;
  }
  EXPECT_TRUE(english.read("At  SIX,  tomorrow evening!", now, Zone()));
  EXPECT_TRUE(english.read("seven", now, Zone())) << "a whole text needs no preposition";
}

TEST(TimeReader, AnyLengthEndsSoon) {
  const Time now = at("2026-11-18T12:00Z");
  for (const char* language : {"en", "de", "fr", "es"}) {
    const TimeReader one = reader(language);
    for (const char* word :
         {"half past six ", "at six ", "every ", "2 ", "until ", "und ", "de la ", "Monday and ", "\xff"}) {
      std::string text;
      while (text.size() < 10'000) text += word;
      for (const auto& found : one.find(text, now, Zone())) {
        ASSERT_LT(found.first, found.last);
        ASSERT_LE(found.last, text.size());
      }
      (void)one.read(text, now, Zone());
    }
  }
}

TEST(TimeReader, ErrorsNameFileAndLine) {
  const auto error = [](const char* rules) {
    const auto read = TimeReader::compile(rules, "my.rules", "en");
    EXPECT_FALSE(read.ok()) << rules;
    return read.ok() ? Error{} : read.error();
  };
  EXPECT_EQ(error("# fine\nwhen: <clock>\n").message, "no rule makes a <clock>");
  EXPECT_EQ(error("# fine\nwhen: <clock>\n").place, "my.rules:2");
  EXPECT_EQ(error("when: tomorrow => fly 1").message, "no action 'fly'");
  EXPECT_EQ(error("when: tomorrow => day").place, "my.rules:1");
  EXPECT_EQ(error("when: (tomorrow => day 1").place, "my.rules:1");
  EXPECT_EQ(error("when: => day 1").place, "my.rules:1");
  EXPECT_EQ(error("when: easter => feast ester").message, "'ester' is no feast, number or part");
  EXPECT_EQ(error("when: <n> => day $2").message, "'$2': expected $1 to $1");
  EXPECT_EQ(error("tomorrow").place, "my.rules:1");
  EXPECT_EQ(TimeReader::open("no/such.rules", "en").error().kind, Error::NotFound);
}

}  // namespace
}  // namespace hearth::understand
