# cmake -DTEXT=… -DOUT=… -P embed_text.cmake
file(READ ${TEXT} text)
# Compilers take literals of some 64 KiB; neighbours are joined.
string(REGEX REPLACE "\n\\[" ")text\"\n    R\"text(\n[" text "${text}")
file(WRITE ${OUT} "#include \"remote/private_words.h\"\nnamespace sesame::remote {\nconst char* const kPrivateWords =\n    R\"text(${text})text\";\n}  // namespace sesame::remote\n")
