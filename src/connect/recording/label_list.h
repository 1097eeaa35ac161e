// Names of numbered sensors and activities: "[ 5]  'Hall-Toilet door'", "10:'go to bed'", "7<tab>'Cups cupboard'".
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hearth::connect {

class LabelList {
 public:
  /// Reads one line of a list. False when the line is no such line; names that are empty are passed over.
  bool add_line(std::string_view line);
  /// Reads a whole list; lines that are none are passed over. An absent file is an empty list.
  static LabelList read(const std::filesystem::path& file);
  /// The list that lies beside a table: KA_ss.csv has KA_sensor_labels.csv, KA_as.csv has KA_activity_labels.csv.
  static LabelList beside(const std::filesystem::path& table);

  const std::string* find(int number) const;
  size_t size() const { return names_.size(); }

 private:
  std::map<int, std::string> names_;
};

}  // namespace hearth::connect
