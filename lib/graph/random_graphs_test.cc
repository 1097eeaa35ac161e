// Thousands of small random graphs on real lanes. What must hold in every one: each request comes back exactly once, no
// node runs beside itself, house nodes run on the house thread, nothing is lost under Refuse, and stopping in the
// middle takes less than a second. HEARTH_RANDOM_GRAPHS=n runs another number, HEARTH_RANDOM_SEED=n starts elsewhere.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>
#include <thread>

#include "base/guarded.h"
#include "base/queue.h"
#include "graph/graph.h"
#include "graph/threaded_executor.h"

namespace hearth::graph {
namespace {

using std::chrono::seconds;

#ifdef __SANITIZE_THREAD__
constexpr size_t kGraphs = 1000;
#else
constexpr size_t kGraphs = 10000;
#endif

constexpr size_t kTogether = 10;  // houses that share the lanes at any time

struct Ball {
  uint64_t id = 0, trace = 0;
  Time deadline = kNever;
};
Envelope envelope(const Ball& ball) { return {ball.id, ball.trace, ball.deadline}; }

/// What went wrong, from any thread.
struct Broken {
  std::atomic<int> overlaps{0}, strayed{0};
};

struct Player : Node {
  In<Ball> in{this, "in", &Player::play, Need::Optional};
  Out<Ball> out{this, "out"};
  Player(std::string name, Broken& its_broken) : Node(std::move(name)), broken(its_broken) {}

  Result<void> play(const Ball& ball, Context& context) {
    if (busy.exchange(true)) ++broken.overlaps;
    if (lane() == Lane::House && std::this_thread::get_id() != house) ++broken.strayed;
    const unsigned run = ++runs;
    for (unsigned i = 0; i < work; ++i) waste.fetch_add(i, std::memory_order_relaxed);
    if (yields) std::this_thread::yield();
    if (wakes && run % 3 == 0) context.wake_at(context.now(), "again");
    out.send(ball, context);
    busy = false;
    if (fails != 0 && run % fails == 0) return internal("a random failure");
    if (throws != 0 && run % throws == 0 && lane() != Lane::House) throw std::runtime_error("a random exception");
    return {};
  }
  Result<void> wake(std::string_view, Time, Context& context) override {
    if (busy.exchange(true)) ++broken.overlaps;
    out.send({}, context);
    busy = false;
    return {};
  }

  Broken& broken;
  std::thread::id house = std::this_thread::get_id();
  unsigned work = 0, fails = 0, throws = 0;
  bool yields = false, wakes = false;
  std::atomic<unsigned> runs{0}, waste{0};
  std::atomic<bool> busy{false};
};

/// Notes each request on its way to the lanes.
class Noted final : public Executor {
 public:
  explicit Noted(Executor& inner) : inner_(inner) {}
  void submit(Request request) override {
    const bool fresh = open_.with([&](auto& open) { return open.insert(request.number).second; });
    EXPECT_TRUE(fresh) << "two requests of one number";
    inner_.submit(std::move(request));
  }
  void came_back(uint64_t number) {
    const size_t known = open_.with([&](auto& open) { return open.erase(number); });
    EXPECT_EQ(known, 1u) << "a return that nobody waits for";
  }
  size_t open() const {
    return open_.with([](const auto& open) { return open.size(); });
  }
  void wake_at(Node& node, std::string_view key, Time time) override { inner_.wake_at(node, key, time); }
  void cancel_wake(Node& node, std::string_view key) override { inner_.cancel_wake(node, key); }
  void cancel(const Graph& graph, uint64_t trace) override { inner_.cancel(graph, trace); }
  void detach(const Graph& graph) override { inner_.detach(graph); }

 private:
  Executor& inner_;
  Guarded<std::set<uint64_t>> open_;
};

using Dice = std::mt19937_64;
unsigned roll(Dice& dice, unsigned sides) { return static_cast<unsigned>(dice() % sides); }

/// One house with a graph of up to seven nodes.
class RandomHouse {
 public:
  /// `lossless`: no failures, deadlines or wakes, and room for everything, so that every run can be counted.
  RandomHouse(Dice& dice, Executor& executor, bool lossless) : noted_(executor), lossless_(lossless) {
    const unsigned count = 2 + roll(dice, 6);
    for (unsigned i = 0; i < count; ++i) {
      Player& player = *players_.emplace_back(std::make_unique<Player>("n" + std::to_string(i), broken));
      player.work = roll(dice, 4) == 0 ? roll(dice, 20000) : roll(dice, 100);
      player.yields = roll(dice, 3) == 0;
      if (!lossless) {
        if (roll(dice, 3) == 0) player.fails = 1 + roll(dice, 6);
        if (roll(dice, 3) == 0) player.throws = 1 + roll(dice, 6);
        player.wakes = roll(dice, 3) == 0;
      }
      graph_.add(player, static_cast<Lane>(roll(dice, kLanes)));
    }
    ways_.assign(count, 0);
    for (unsigned to = 0; to < count; ++to) {
      if (to == 0 || roll(dice, 4) == 0) join(dice, graph_.source<Ball>(), to, 1);
      for (unsigned from = 0; from < to; ++from) {
        if (roll(dice, 5) < 2) join(dice, players_[from]->out, to, ways_[from]);
      }
    }
    if (roll(dice, 2) == 0) {
      graph_.observe<Ball>([this](Ball& ball, const Emission&, Context&) { ball.id = ++numbers_; });
    }
    Sinks sinks;
    sinks.returned = [this](Return back) { EXPECT_TRUE(returns_.try_push(std::move(back))); };
    sinks.wake = [this](Wake wake) { static_cast<void>(wakes_.try_push(std::move(wake))); };
    sinks.fault = [](const Fault&) {};
    const Status opened = graph_.open(noted_, std::move(sinks));
    EXPECT_TRUE(opened.ok()) << to_string(opened.error());
  }

  void throw_in(Dice& dice, unsigned balls) {
    for (unsigned i = 0; i < balls; ++i) {
      Ball ball{.id = ++numbers_, .trace = 1 + roll(dice, 4)};
      if (!lossless_ && roll(dice, 3) == 0) ball.deadline = clock_.now() + Duration(roll(dice, 500));
      graph_.deliver(ball, clock_.now());
      if (roll(dice, 2) == 0) take_returns(Duration(0));
      if (!lossless_ && roll(dice, 8) == 0) noted_.cancel(graph_, 1 + roll(dice, 4));
    }
    thrown_ += balls;
  }
  /// Delivers what comes back until no request is open.
  void play_to_the_end() {
    const auto give_up = std::chrono::steady_clock::now() + seconds(20);
    while (noted_.open() > 0) {
      take_returns(Duration(1000));
      ASSERT_LT(std::chrono::steady_clock::now(), give_up) << noted_.open() << " requests never came back";
    }
    if (!lossless_) return;
    for (size_t i = 0; i < players_.size(); ++i)
      EXPECT_EQ(players_[i]->runs, ways_[i] * thrown_) << players_[i]->name();
  }
  void close() {
    graph_.close();
    check_returned();
  }
  /// All that was asked has come back, delivered or not.
  void check_returned() {
    while (const std::optional<Return> back = returns_.try_pop()) check(*back);
    EXPECT_EQ(noted_.open(), 0u);
  }

  bool lossless() const { return lossless_; }

  Broken broken;

 private:
  void join(Dice& dice, Out<Ball>& from, unsigned to, unsigned ways) {
    ways_[to] += ways;
    const size_t capacity = lossless_ ? 10000 : 1 + roll(dice, 4);
    const Policy policy = lossless_ ? Refuse : static_cast<Policy>(roll(dice, 4));
    graph_.connect(from, players_[to]->in, {.capacity = capacity, .policy = policy});
  }
  void check(const Return& back) {
    noted_.came_back(back.request);
    EXPECT_EQ(back.emissions.empty() || back.fate == Return::Done, true);
    EXPECT_TRUE(!lossless_ || back.fate == Return::Done) << to_string(back.fate);
  }
  void take_returns(Duration patience) {
    while (const std::optional<Return> back = returns_.pop(patience)) {
      patience = Duration(0);
      graph_.deliver(*back, clock_.now());  // before it is crossed off: what it leads to is asked for in here
      check(*back);
    }
    while (const std::optional<Wake> wake = wakes_.try_pop()) {
      EXPECT_TRUE(graph_.deliver_wake(wake->node, wake->key, wake->due, clock_.now()).ok());
    }
  }

  SystemClock clock_;
  Noted noted_;
  const bool lossless_;
  std::vector<std::unique_ptr<Player>> players_;
  std::vector<unsigned> ways_;  // by how many ways a ball reaches each node
  unsigned thrown_ = 0;
  uint64_t numbers_ = 0;
  Queue<Return> returns_{1000000};
  Queue<Wake> wakes_{1000000};
  Graph graph_;
};

size_t number_from_environment(const char* name, size_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

void check_nothing_broke(const RandomHouse& house) {
  EXPECT_EQ(house.broken.overlaps, 0);
  EXPECT_EQ(house.broken.strayed, 0);
}

TEST(RandomGraphs, KeepEveryPromise) {
  const size_t graphs = number_from_environment("HEARTH_RANDOM_GRAPHS", kGraphs);
  const size_t first = number_from_environment("HEARTH_RANDOM_SEED", 1);
  SystemClock clock;
  ThreadedExecutor shared(clock, {.interactive = 3, .background_yields = false});
  for (size_t seed = first; seed < first + graphs; seed += kTogether) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Dice dice(seed);
    std::vector<std::unique_ptr<RandomHouse>> houses;
    for (size_t i = 0; i < kTogether; ++i) {
      houses.push_back(std::make_unique<RandomHouse>(dice, shared, roll(dice, 3) == 0));
    }
    for (const auto& house : houses) house->throw_in(dice, 1 + roll(dice, 6));
    for (const auto& house : houses) {
      if (house->lossless() || roll(dice, 2) == 0) house->play_to_the_end();
    }
    for (const auto& house : houses) {
      house->close();  // some in the middle of it all
      check_nothing_broke(*house);
    }
    if (testing::Test::HasFailure()) break;
  }
  EXPECT_TRUE(shared.stop().ok());
}

TEST(RandomGraphs, StopWithinASecondFromAnyState) {
  const size_t graphs = number_from_environment("HEARTH_RANDOM_GRAPHS", kGraphs) / 20;
  SystemClock clock;
  for (size_t seed = 1; seed <= graphs; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Dice dice(seed);
    ThreadedExecutor executor(clock, {.interactive = 2, .background_yields = false});
    RandomHouse one(dice, executor, false), two(dice, executor, false);
    one.throw_in(dice, roll(dice, 6));
    two.throw_in(dice, roll(dice, 6));
    const auto began = std::chrono::steady_clock::now();
    const Status stopped = executor.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - began, seconds(1));
    EXPECT_TRUE(stopped.ok());
    for (RandomHouse* house : {&one, &two}) {
      house->check_returned();
      house->close();
      check_nothing_broke(*house);
    }
    if (testing::Test::HasFailure()) break;
  }
}

}  // namespace
}  // namespace hearth::graph
