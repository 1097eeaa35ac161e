// The files of the page, as they lie in the program.
#pragma once

#include <span>
#include <string_view>

namespace hearth::connect {

/// All of it lives as long as the program. cmake/embed.cmake makes tables of these.
struct WebFile {
  std::string_view path;          ///< "index.html", "assets/icon.svg": no leading slash
  std::string_view content_type;  ///< "text/html; charset=utf-8"
  std::string_view etag;          ///< in quotes, by the contents
  std::string_view bytes;
};

using WebFiles = std::span<const WebFile>;

}  // namespace hearth::connect
