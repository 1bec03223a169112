package app.rotina.web;

/**
 * Something to do, with the reason and what it is worth.
 *
 * @param reason why it was opened, with its figures
 * @param worth the money at stake a day; what is not known says why
 * @param owner who does it; empty: nobody yet
 * @param due until when, in words
 * @param late true once that day has passed
 * @param address where it is done; empty: it is only shown
 */
record TaskCard(
        String title,
        String reason,
        Shown worth,
        String owner,
        String due,
        boolean late,
        String address) {}
