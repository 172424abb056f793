# A hub client and a hub process, for the tests of several modules and for the load generator.
include_guard(GLOBAL)
set(support ${CMAKE_SOURCE_DIR}/tests/support)
add_library(sesame_hub_client STATIC ${support}/hub_client.cpp ${support}/web_socket_client.cpp)
target_include_directories(sesame_hub_client PUBLIC ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(sesame_hub_client PUBLIC sesame::crypto sesame::wire OpenSSL::SSL PRIVATE sesame_flags)

add_library(sesame_hub_process STATIC ${support}/hub_process.cpp)
target_include_directories(sesame_hub_process PRIVATE ${CMAKE_BINARY_DIR}/tests)
target_link_libraries(sesame_hub_process PUBLIC sesame_hub_client PRIVATE sesame_flags)
