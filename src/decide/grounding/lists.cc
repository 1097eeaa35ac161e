#include "decide/grounding/lists.h"

#include "text/normalise.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Intent;
using flow::Promise;

bool of_shopping(Intent intent) {
  return intent == Intent::ShoppingListAddItem || intent == Intent::ShoppingListCompleteItem;
}

/// The list's name as it is kept; "shopping" where none was said.
std::string list_of(const flow::Request& request) {
  const std::string name = text::normalise(word_in(request, "name"));
  return of_shopping(request.intent) || name.empty() ? "shopping" : name;
}

const memory::Promised* item_on(const memory::Promises& promises, std::string_view list, const std::string& item) {
  const std::string wanted = text::normalise(item);
  for (const memory::Promised& promised : promises.all()) {
    if (promised.promise.kind != Promise::Item || promised.promise.list != list) continue;
    if (text::normalise(flow::literal_text(promised.promise.about)) == wanted) return &promised;
  }
  return nullptr;
}

/// "Milk and eggs" are two, where they are not one thing on the list already.
std::vector<std::string> items_of(const flow::Request& request, const memory::Promises& promises,
                                  std::string_view list) {
  std::vector<std::string> items;
  const std::string whole = word_in(request, "item");
  if (item_on(promises, list, whole) == nullptr) {
    for (const flow::Slot& slot : request.slots) {
      if (slot.name == "part") items.push_back(slot.spoken);
    }
  }
  if (items.empty()) items.push_back(whole);
  return items;
}

/// One item more on the list, or one less.
void change(const flow::Request& request, const memory::Promises& promises, std::string_view list,
            const std::string& item, Grounded& result) {
  Promise promise;
  promise.kind = Promise::Item;
  promise.list = list;
  promise.about = flow::literal(item);
  const Arguments with{{"item", item}, {"list", promise.list}};
  const memory::Promised* known = item_on(promises, promise.list, item);
  if (request.intent == Intent::ListAddItem || request.intent == Intent::ShoppingListAddItem) {
    if (known != nullptr) return result.remarks.push_back(phrase("list.already", with));
    result.done.push_back(phrase("list.added", with));
  } else {
    if (known == nullptr) return result.remarks.push_back(phrase("list.no_item", with));
    const bool removes = request.intent == Intent::ListRemoveItem;
    promise.change = removes ? Promise::Cancel : Promise::Complete;
    promise.changes = known->id;
    promise.changes_step = known->step;
    result.done.push_back(phrase(removes ? "list.removed" : "list.completed", with));
  }
  result.steps.emplace_back(std::move(promise));
  result.because.push_back(because(Faculty::Promises, phrase("because.list", with)));
}

}  // namespace

Grounded ground_list(const flow::Request& request, const memory::Promises& promises, Time until) {
  Grounded result;
  if (word_in(request, "item").empty()) {
    result.because.push_back(
        because(Faculty::DialoguePolicy, phrase("because.missing", {{"slot", std::string("item")}})));
    result.ask = ask_value(request, "item", until);
    return result;
  }
  const std::string list = list_of(request);
  for (const std::string& item : items_of(request, promises, list)) change(request, promises, list, item, result);
  if (result.steps.empty()) return Grounded::refusal(Faculty::Promises, std::move(result.remarks.front()));
  result.partial = !result.remarks.empty();
  if (result.done.size() > 1 && !result.partial) {  // said as they were: "milk and eggs"
    result.done = {phrase(result.done.front().key, {{"item", word_in(request, "item")}, {"list", list}})};
  }
  return result;
}

}  // namespace hearth::decide
