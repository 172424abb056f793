option(SESAME_TESTS "Build the tests" ON)
option(SESAME_BENCH "Build the benchmarks" OFF)
option(SESAME_FUZZ "Build the libFuzzer targets (clang only)" OFF)
option(SESAME_WERROR "Treat warnings as errors" ON)
set(SESAME_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")

find_program(SESAME_CCACHE ccache)
if(SESAME_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SESAME_CCACHE})
endif()

# Every target of ours links this one; generated code does not.
add_library(sesame_flags INTERFACE)
target_compile_options(sesame_flags INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor
  $<$<BOOL:${SESAME_WERROR}>:-Werror>)

add_compile_options(-fstack-protector-strong $<$<CXX_COMPILER_ID:GNU>:-fcf-protection>)
if(NOT SESAME_SANITIZE AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_compile_definitions(_FORTIFY_SOURCE=2)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_link_options(-Wl,-z,relro,-z,now)
add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)

if(SESAME_SANITIZE)
  add_compile_options(-fsanitize=${SESAME_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SESAME_SANITIZE})
  if(SESAME_SANITIZE MATCHES thread)
    # The thread sanitizer knows no fences. Asio's repeat what its locks already order.
    add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
  endif()
endif()
