# Build options and the flags that every target shares.
option(HORNBOOK_TESTS "Build the tests" ON)
option(HORNBOOK_FUZZ "Build the fuzz targets with libFuzzer (needs clang)" OFF)
option(HORNBOOK_WARNINGS_ARE_ERRORS "Treat warnings as errors" ON)
set(HORNBOOK_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(HORNBOOK_CCACHE ccache)
if(HORNBOOK_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${HORNBOOK_CCACHE})
endif()
find_program(HORNBOOK_MOLD mold)
if(HORNBOOK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(hornbook_flags INTERFACE)
target_include_directories(hornbook_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(hornbook_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  # The learner's state must be the same, bit for bit, on every processor.
  -ffp-contract=off -fno-fast-math
  -fstack-protector-strong)
if(HORNBOOK_WARNINGS_ARE_ERRORS)
  target_compile_options(hornbook_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false positives here in the standard library's own string and variant code.
  target_compile_options(hornbook_flags INTERFACE
    -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(HORNBOOK_SANITIZE)
  add_compile_options(-fsanitize=${HORNBOOK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HORNBOOK_SANITIZE})
endif()
if(HORNBOOK_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Boost.Asio's headers have fences, which GCC's thread sanitizer does not model; everything else of them it does.
  add_compile_options(-Wno-tsan)
endif()
if(HORNBOOK_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
