package dev.millrace.datasources.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Context;
import org.jooq.QueryPart;

/**
 * SQL with places {@code {0}}, {@code {1}} for parts, read once per text. jOOQ's own plain SQL templates look for comments,
 * literals and placeholders in every character at each rendering: that was most of the 0.4 ms that a ledger write spent on
 * its statement.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Map<String, Template> KNOWN = new ConcurrentHashMap<>();

    /** One text more than places. */
    private final List<String> texts;

    private final List<Integer> places;

    private Template(List<String> texts, List<Integer> places) {
        this.texts = texts;
        this.places = places;
    }

    /** @param sql a constant of the program, never anything from outside */
    static Template of(String sql) {
        return KNOWN.computeIfAbsent(sql, Template::parse);
    }

    void accept(Context<?> context, QueryPart[] parts) {
        for (int i = 0; i < places.size(); i++) {
            context.sql(texts.get(i));
            context.visit(parts[places.get(i)]);
        }
        context.sql(texts.get(places.size()));
    }

    private static Template parse(String sql) {
        var texts = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        int end = 0;
        for (Matcher place = PLACE.matcher(sql); place.find(); end = place.end()) {
            texts.add(sql.substring(end, place.start()));
            places.add(Integer.parseInt(place.group(1)));
        }
        texts.add(sql.substring(end));
        return new Template(texts, places);
    }
}
