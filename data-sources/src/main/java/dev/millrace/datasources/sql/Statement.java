package dev.millrace.datasources.sql;

import java.util.List;

/** SQL with numbered placeholders, and what is bound to them. */
public record Statement(String sql, List<Object> values) {}
