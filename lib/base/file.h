// Whole files: read, and replaced in one step.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth {

/// All bytes of a file. Any thread. Errors: NotFound with what the system says, its place the file.
Result<std::string> read_file(const std::filesystem::path& file);

/// After it the file holds all of `bytes`, or is as it was, also when the program is killed or the power goes in
/// between. Its folder must exist. `mode`: the permission bits of the file. Any thread; of two at once the later one
/// stays. Blocks until the disk has it (milliseconds). Errors: Unavailable with what the system says, its place the
/// file.
Status replace_file(const std::filesystem::path& file, std::string_view bytes, mode_t mode = 0644);

}  // namespace hearth
