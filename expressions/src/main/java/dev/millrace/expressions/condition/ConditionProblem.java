package dev.millrace.expressions.condition;

/**
 * Why a condition cannot be asked.
 *
 * @param pointer JSON pointer into the condition's config
 * @param code for machines: {@code unknown_engine}, {@code unknown_calculator}, {@code unknown_group_type}, {@code bad_condition},
 *     {@code bad_operands}, {@code bad_pattern}, {@code secret_in_condition}, {@code syntax_error}
 * @param detail one sentence for people
 */
public record ConditionProblem(String pointer, String code, String detail) {}
