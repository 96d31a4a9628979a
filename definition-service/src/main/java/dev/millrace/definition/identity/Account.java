package dev.millrace.definition.identity;

import java.util.Set;

/** Who somebody is once signed in. */
record Account(String id, String username, Set<String> roles) {}
