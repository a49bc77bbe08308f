# Writes OUTPUT, a C++ source that holds the bytes of INPUT as the null-terminated array VARIABLE.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE ${OUTPUT}
     "namespace travaux {\nextern const char ${VARIABLE}[];\nconst char ${VARIABLE}[] = {${bytes}'\\0'};\n}  // namespace travaux\n")
