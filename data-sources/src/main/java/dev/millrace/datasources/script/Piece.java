package dev.millrace.datasources.script;

/**
 * A part of a statement.
 *
 * @param text of the part; of a variable its name
 * @param start where the part stands in the script
 */
public record Piece(boolean isVariable, String text, int start) {}
