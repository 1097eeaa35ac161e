#include "net/http_routes.h"

#include <gtest/gtest.h>

#include "net/backoff.h"
#include "net/http_access.h"
#include "net/http_client.h"

namespace hearth::net {
namespace {

TEST(HttpTargetTest, IsTakenApartAndDecoded) {
  const HttpTarget target = parse_target("/why/a%2Fb/?q=too+dark%3F&flag&q=second&=x#part").value();
  EXPECT_EQ(target.path, "/why/a/b");
  EXPECT_EQ(target.segments, (std::vector<std::string>{"why", "a/b"}));
  EXPECT_EQ(target.query, (std::map<std::string, std::string>{{"q", "too dark?"}, {"flag", ""}}));
  EXPECT_EQ(parse_target("/")->path, "/");
  EXPECT_EQ(parse_target("/?a=1")->query.at("a"), "1");
  EXPECT_EQ(parse_target("/%C3%A4")->segments[0], "ä");
}

TEST(HttpTargetTest, WhatIsNoTargetIsRefused) {
  for (const std::string bad : {"", "why", "http://a/", "//", "/a//b", "/../etc", "/a/%2e%2e/b", "/.", "/%", "/%4",
                                "/%zz", "/a%00b", "/a?b=%0A", "/a?b=%"}) {
    const auto parsed = parse_target(bad);
    EXPECT_FALSE(parsed.ok()) << bad;
    EXPECT_TRUE(parsed.ok() || parsed.error().kind == Error::InvalidInput);
  }
  EXPECT_FALSE(parse_target("/" + std::string(9000, 'a')).ok());
}

TEST(HttpTargetTest, WhatTheClientEncodesComesBack) {
  const std::string odd = "dim the lights to 40 % & say \"ä+b\"/?#";
  EXPECT_EQ(parse_target("/say?text=" + encode_query(odd))->query.at("text"), odd);
}

TEST(HttpRoutesTest, TheFirstThatMatchesIsTaken) {
  HttpRoutes routes;
  std::string called;
  for (const char* pattern : {"/", "/why", "/why/{trace}", "/why/{trace}/{step}", "/files/*"}) {
    routes.add("GET", pattern, [&called, pattern](const HttpRequest&, HttpResponder) { called = pattern; });
  }
  routes.add("POST", "/why", [](const HttpRequest&, HttpResponder) {});
  const auto find = [&](const char* path) {
    called.clear();
    const HttpRoutes::Match match = routes.find("GET", parse_target(path).value());
    if (match.handler != nullptr) (*match.handler)({}, HttpResponder([](const HttpResponse&) {}));
    return called;
  };
  EXPECT_EQ(find("/"), "/");
  EXPECT_EQ(find("/why/"), "/why");
  EXPECT_EQ(find("/why/12"), "/why/{trace}");
  EXPECT_EQ(find("/why/12/3"), "/why/{trace}/{step}");
  EXPECT_EQ(find("/why/12/3/4"), "");
  EXPECT_EQ(find("/files"), "/files/*");
  EXPECT_EQ(find("/files/a/b"), "/files/*");
  EXPECT_EQ(routes.find("GET", *parse_target("/why/a%2Fb")).parameters.at("trace"), "a/b");
  EXPECT_EQ(routes.find("GET", *parse_target("/files/a/b")).parameters.at("*"), "a/b");
  EXPECT_EQ(routes.find("DELETE", *parse_target("/why")).allowed, "GET, POST");
  EXPECT_EQ(routes.find("GET", *parse_target("/nowhere")).allowed, "");
}

TEST(HttpAccessTest, OnlyTheTokenOpens) {
  EXPECT_TRUE(bearer_allowed("Bearer secret", "secret"));
  EXPECT_TRUE(bearer_allowed("bearer secret", "secret"));
  EXPECT_TRUE(bearer_allowed("", ""));
  for (const char* wrong :
       {"", "secret", "Bearer ", "Bearer secre", "Bearer secrets", "Bearer Secret", "Basic secret"}) {
    EXPECT_FALSE(bearer_allowed(wrong, "secret")) << wrong;
  }
}

TEST(HttpAccessTest, OtherSitesAreKeptOut) {
  EXPECT_TRUE(host_allowed("localhost:80", 80, {}));
  EXPECT_TRUE(host_allowed("LOCALHOST", 80, {}));
  EXPECT_TRUE(host_allowed("[::1]:80", 80, {}));
  EXPECT_TRUE(host_allowed("hearth.local:80", 80, {"Hearth.local"}));
  for (const char* wrong :
       {"", "evil.example", "evil.example:80", "localhost.evil.example", "localhost:81", "127.0.0.1x"}) {
    EXPECT_FALSE(host_allowed(wrong, 80, {})) << wrong;
  }
  EXPECT_TRUE(origin_allowed("", 80, {}));
  EXPECT_TRUE(origin_allowed("http://localhost:80", 80, {}));
  EXPECT_FALSE(origin_allowed("null", 80, {}));
  EXPECT_FALSE(origin_allowed("http://evil.example", 80, {}));
}

TEST(BackoffTest, GrowsToItsLimitWithinTheUpperHalfAndRepeatsBySeed) {
  using std::chrono::milliseconds;
  Backoff one(milliseconds(100), milliseconds(1000), 7), same(milliseconds(100), milliseconds(1000), 7);
  for (const int full : {100, 200, 400, 800, 1000, 1000, 1000}) {
    const milliseconds wait = one.next();
    EXPECT_GE(wait, milliseconds(full / 2));
    EXPECT_LE(wait, milliseconds(full));
    EXPECT_EQ(wait, same.next());
  }
  for (int i = 0; i < 100; ++i) EXPECT_LE(one.next(), milliseconds(1000));
  one.reset();
  EXPECT_LE(one.next(), milliseconds(100));
}

}  // namespace
}  // namespace hearth::net
