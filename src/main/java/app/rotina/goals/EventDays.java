package app.rotina.goals;

import app.rotina.kernel.Days;

/** An event as it falls once: the days it takes. */
public record EventDays(CalendarEvent event, Days days) {}
