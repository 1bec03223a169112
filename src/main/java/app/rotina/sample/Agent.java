package app.rotina.sample;

import java.util.List;

/**
 * Someone who answers the shop's chats; the names are plainly invented.
 *
 * @param minutes how long a first answer takes, in the middle, while the shop is awake
 */
record Agent(Word name, double minutes, double share) {
    static final Weighted<Agent> ALL =
            Weighted.of(
                    List.of(
                            new Agent(Word.of("Bia Exemplo"), 3, .34),
                            new Agent(Word.of("Caio Modelo"), 6, .28),
                            new Agent(Word.of("Duda Amostra"), 5, .22),
                            new Agent(Word.of("Enzo Ensaio"), 13, .16)),
                    Agent::share);
}
