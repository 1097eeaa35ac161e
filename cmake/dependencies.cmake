# Every outside library, with the reason that it is here. tools/setup installs them by package name.
find_package(Threads REQUIRED)                       # lanes, journal writer, doors
find_package(fmt REQUIRED)                           # formatting of messages and errors
find_package(spdlog REQUIRED)                        # leveled logging to stderr
find_package(nlohmann_json REQUIRED)                 # JSON of MQTT payloads, stories and the control socket
find_package(ICU REQUIRED COMPONENTS uc i18n data)   # Unicode folding and normal forms, number words of every language
find_package(SQLite3 REQUIRED)                       # the journal's file; included in lib/store alone
find_package(Boost 1.81 REQUIRED)                    # Asio and Beast for the control socket; included in lib/net alone
find_package(tomlplusplus REQUIRED)                  # hearth.toml and phrase files, with line numbers in errors
find_package(CLI11 REQUIRED)                         # command lines of the programs in apps/
find_package(yaml-cpp REQUIRED)                      # Home Assistant sentence and test files
find_package(date REQUIRED)                          # IANA time zones from the system's tzdata; lib/calendar alone
if(BUILD_TESTING)
  find_package(GTest REQUIRED)                       # tests
endif()
find_package(benchmark QUIET)                        # bench/
find_package(TBB QUIET)                              # bench/: the peer of lib/graph
find_path(MOSQUITTO_INCLUDE mosquitto.h REQUIRED)    # MQTT 5 client; included in lib/net alone
find_library(MOSQUITTO_LIBRARY mosquitto REQUIRED)
if(NOT TARGET mosquitto::mosquitto)
  add_library(mosquitto::mosquitto UNKNOWN IMPORTED)
  set_target_properties(mosquitto::mosquitto PROPERTIES
    IMPORTED_LOCATION ${MOSQUITTO_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${MOSQUITTO_INCLUDE})
endif()

# Fetched files (models/manifest.toml) lie here once tools/fetch has checked their hashes.
if(DEFINED ENV{HEARTH_FETCHED})
  set(fetched $ENV{HEARTH_FETCHED})
else()
  set(fetched ${CMAKE_SOURCE_DIR}/build/fetched)
endif()
set(HEARTH_FETCHED ${fetched} CACHE PATH "Where tools/fetch unpacks")
