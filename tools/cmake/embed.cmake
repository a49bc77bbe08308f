# Writes OUTPUT, a C++ source that holds the bytes of INPUT as the null-terminated array VARIABLE, and their SHA-256 in
# hexadecimal as VARIABLESha256.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
file(SHA256 ${INPUT} sha256)
file(WRITE ${OUTPUT}
     "namespace travaux {\nextern const char ${VARIABLE}[], ${VARIABLE}Sha256[];\nconst char ${VARIABLE}[] = {${bytes}'\\0'};\n"
     "const char ${VARIABLE}Sha256[] = \"${sha256}\";\n}  // namespace travaux\n")
