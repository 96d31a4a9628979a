package dev.millrace.definition.workflow;

import jakarta.ws.rs.QueryParam;

/**
 * How versions are asked for.
 *
 * @param text stands somewhere in title, description or key
 * @param cursor the {@code nextCursor} of the page before
 * @param limit 1 to 200, 50 when not given
 */
record ListQuery(
        @QueryParam("current") Boolean current,
        @QueryParam("enabled") Boolean enabled,
        @QueryParam("type") String type,
        @QueryParam("key") String key,
        @QueryParam("text") String text,
        @QueryParam("cursor") String cursor,
        @QueryParam("limit") Integer limit) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    VersionFilter filter() {
        int size = limit == null ? USUAL : Math.max(1, Math.min(MOST, limit));
        return new VersionFilter(current, enabled, type, key, text, cursor, size);
    }
}
