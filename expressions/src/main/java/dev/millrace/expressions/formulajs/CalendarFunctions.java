package dev.millrace.expressions.formulajs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Moving dates by months and measuring the time between them. */
final class CalendarFunctions {
    private static final double MILLIS_PER_DAY = 86400000;
    private static final int THURSDAY = 4;

    private CalendarFunctions() {}

    static void addTo(Map<String, FormulaFunction> functions) {
        functions.put("EDATE", args -> moved(args, false));
        functions.put("EOMONTH", args -> moved(args, true));
        functions.put("DAYS", args -> days(args.get(0), args.get(1), args.zone()));
        functions.put("DAYS360", CalendarFunctions::days360);
        functions.put("ISOWEEKNUM", CalendarFunctions::isoWeek);
    }

    private static Object moved(Arguments args, boolean toMonthEnd) {
        Object parsed = Parsing.date(args.get(0), args.zone());
        if (!(parsed instanceof JsDate date)) {
            return parsed;
        }
        if (Coercion.isNaN(args.get(1))) {
            return FormulaError.VALUE;
        }
        double months = NumberText.parseInt(Coercion.text(args.get(1)));
        if (date.invalid() || Double.isNaN(months)) {
            return new JsDate(Double.NaN);
        }
        if (Math.abs(months) > 1e5) {
            throw NotNative.SIGNAL;
        }
        LocalDate day = date.in(args.zone()).toLocalDate().plusMonths((long) months);
        return toMonthEnd
                ? JsDate.ofLocal(day.withDayOfMonth(day.lengthOfMonth()).atStartOfDay(), args.zone())
                : date.onDay(day, args.zone());
    }

    /** Whole days from the start to the end, or the error of the first that is no date. */
    static Object days(Object end, Object start, ZoneId zone) {
        Object to = Parsing.date(end, zone);
        Object from = Parsing.date(start, zone);
        boolean dates = to instanceof JsDate && from instanceof JsDate;
        if (!dates) {
            return Arguments.firstError(to, from);
        }
        return serial(((JsDate) to).startOfDay(zone)) - serial(((JsDate) from).startOfDay(zone));
    }

    /**
     * The spreadsheet's day number; it jumps where that calendar has its 29 February 1900. The original counts from UTC's
     * first day, whatever the zone.
     */
    private static double serial(JsDate date) {
        double first = JsDate.ofDay(1900, 0, 1, ZoneOffset.UTC).millis();
        double offset = date.millis() > -22038912e5 ? 2 : 1;
        return Math.ceil((date.millis() - first) / MILLIS_PER_DAY) + offset;
    }

    private static Object days360(Arguments args) {
        Object european = Parsing.bool(Coercion.truthy(args.get(2)) ? args.get(2) : "false");
        Object from = Parsing.date(args.get(0), args.zone());
        Object to = Parsing.date(args.get(1), args.zone());
        FormulaError error = Arguments.firstError(from, to);
        if (error != null || european instanceof FormulaError) {
            return error != null ? error : european;
        }
        if (((JsDate) from).invalid() || ((JsDate) to).invalid()) {
            return Double.NaN;
        }
        LocalDate start = ((JsDate) from).in(args.zone()).toLocalDate();
        LocalDate end = ((JsDate) to).in(args.zone()).toLocalDate();
        return (Boolean) european ? european360(start, end) : american360(start, end);
    }

    private static double european360(LocalDate start, LocalDate end) {
        return span(start, end) + Math.min(30, end.getDayOfMonth()) - Math.min(30, start.getDayOfMonth());
    }

    private static double american360(LocalDate start, LocalDate end) {
        int first = start.getDayOfMonth() == start.lengthOfMonth() ? 30 : start.getDayOfMonth();
        if (end.getDayOfMonth() != end.lengthOfMonth()) {
            return span(start, end) + end.getDayOfMonth() - first;
        }
        return first < 30 ? span(start, end) + 30 + 1 - first : span(start, end) + 30 - first;
    }

    private static double span(LocalDate start, LocalDate end) {
        return 360.0 * (end.getYear() - start.getYear()) + 30.0 * (end.getMonthValue() - start.getMonthValue());
    }

    private static Object isoWeek(Arguments args) {
        Object parsed = Parsing.date(args.get(0), args.zone());
        if (!(parsed instanceof JsDate date) || date.invalid()) {
            return parsed instanceof JsDate ? (Object) Double.NaN : parsed;
        }
        LocalDate day = date.in(args.zone()).toLocalDate();
        LocalDate thursday = day.plusDays(THURSDAY - day.getDayOfWeek().getValue());
        return Math.ceil(thursday.getDayOfYear() / 7.0);
    }
}
