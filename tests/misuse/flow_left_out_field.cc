// A member that the list of its struct's fields leaves out would be lost in every journal.
#include "flow/fields_of.h"

struct Told {
  int number = 0;
  bool urgent = false;
};

template <>
struct hearth::flow::Fields<Told> {
#ifdef CONTROL
  static constexpr auto list = std::tuple(field(1, "number", &Told::number), field(2, "urgent", &Told::urgent));
#else
  static constexpr auto list = std::tuple(field(1, "number", &Told::number));
#endif
};

void run(const Told& told) {
  hearth::flow::each_field<Told>([&](const auto& listed) { (void)(told.*(listed.member)); });
}
