# What `cmake --install` and `cpack -G DEB` put where. The Debian package holds the component `command` alone.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/travaux)
if(BUILD_SHARED_LIBS)
  set(libraries command)  # it does not run without them
else()
  set(libraries library)
endif()

install(TARGETS travaux_cli RUNTIME COMPONENT command)
install(TARGETS travaux travaux_record EXPORT travauxTargets
        LIBRARY COMPONENT ${libraries} NAMELINK_COMPONENT library
        ARCHIVE COMPONENT library
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/travaux TYPE INCLUDE COMPONENT library FILES_MATCHING PATTERN "*.h")
install(EXPORT travauxTargets NAMESPACE travaux:: DESTINATION ${package_dir} COMPONENT library)
configure_package_config_file(tools/cmake/travauxConfig.cmake.in ${PROJECT_BINARY_DIR}/travauxConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/travauxConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/travauxConfig.cmake ${PROJECT_BINARY_DIR}/travauxConfigVersion.cmake
        DESTINATION ${package_dir} COMPONENT library)
install(DIRECTORY history DESTINATION ${CMAKE_INSTALL_DATADIR}/travaux COMPONENT command)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT command)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME travaux)
set(CPACK_PACKAGE_CONTACT "The travaux maintainers <maintainers@travaux.invalid>")
set(CPACK_COMPONENTS_ALL command)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME travaux)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMMAND_PACKAGE_RECOMMENDS "fonts-liberation | fonts-noto-core")  # what PDFs are best set in
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMMAND_DESCRIPTION "Keeps every draft of a negotiated text in a Git repository, says item by item
 and mandate by mandate what changed between rounds, and prints the redline.")
include(CPack)
