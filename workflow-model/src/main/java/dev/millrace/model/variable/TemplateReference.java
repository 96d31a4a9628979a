package dev.millrace.model.variable;

/**
 * A variable that a template names.
 *
 * @param pointer JSON pointer, within what was compiled, of the text that names it; for the name of a property that
 *     property's pointer
 * @param inKey whether it stands in the name of a property
 * @param hasDefault whether the template says what to use where the variable has no value
 */
public record TemplateReference(String pointer, VariablePath path, boolean inKey, boolean hasDefault) {}
