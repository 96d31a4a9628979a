package dev.millrace.definition.workflow;

/**
 * Which versions are asked for; null for any.
 *
 * @param text stands somewhere in title, description or key, in upper or lower case
 * @param cursor id of the last version of the page before
 * @param limit at least 1
 */
record VersionFilter(
        Boolean current, Boolean enabled, String type, String key, String text, String cursor, int limit) {}
