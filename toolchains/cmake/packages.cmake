# Debian packages, each behind one target. toolchains/dev installs them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Boost 1.81 REQUIRED)

pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(sdl2 REQUIRED IMPORTED_TARGET sdl2)
pkg_check_modules(sdl2_image REQUIRED IMPORTED_TARGET SDL2_image)
pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
pkg_check_modules(text REQUIRED IMPORTED_TARGET harfbuzz fribidi freetype2)

# Neither libunibreak nor mbedTLS 2.28 ships a usable package file in Debian 12.
add_library(unibreak INTERFACE)
target_link_libraries(unibreak INTERFACE -lunibreak)
add_library(mbedtls INTERFACE)
target_link_libraries(mbedtls INTERFACE -lmbedtls -lmbedx509 -lmbedcrypto)
