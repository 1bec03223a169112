package app.rotina.insight.ads;

import app.rotina.insight.ads.ChannelReturn.CannotTell;
import app.rotina.insight.ads.ChannelReturn.Doubt;
import app.rotina.insight.ads.ChannelReturn.Told;
import app.rotina.insight.ads.Draws.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a store's revenue answers its advertising: carry-over and saturation a channel beside a
 * baseline of weekday, trend and season (a media mix model after Jin et al., Google, 2017),
 * averaged over all shapes that the days leave open.
 */
public final class AdResponse {
    private final AdModel model;
    private final List<String> told;
    private final List<Draw> draws;
    private final List<ChannelReturn> returns = new ArrayList<>();

    private AdResponse(AdModel model, List<String> told) {
        this.model = model;
        this.told = told;
        this.draws = told.isEmpty() ? List.of() : Draws.of(model);
    }

    public static AdResponse of(AdHistory history) {
        Screening screening = new Screening(history);
        List<Optional<Doubt>> doubts =
                IntStream.range(0, history.channels().size()).mapToObj(screening::doubt).toList();
        List<Integer> told =
                IntStream.range(0, doubts.size())
                        .filter(channel -> doubts.get(channel).isEmpty())
                        .boxed()
                        .toList();
        AdResponse response =
                new AdResponse(
                        new AdModel(history, told),
                        told.stream().map(history.channels()::get).toList());
        for (int channel = 0; channel < doubts.size(); channel++) {
            String name = history.channels().get(channel);
            response.returns.add(
                    doubts.get(channel)
                            .<ChannelReturn>map(why -> new CannotTell(name, why))
                            .orElseGet(() -> response.told(name)));
        }
        return response;
    }

    /** One a channel, in the history's order. */
    public List<ChannelReturn> returns() {
        return List.copyOf(returns);
    }

    /** What to move; channels that cannot be told stay as they are. */
    public Budget budget() {
        return new Budget(model, told, draws);
    }

    private Told told(String name) {
        int channel = told.indexOf(name);
        double[] byForm =
                IntStream.range(0, model.forms())
                        .mapToDouble(form -> model.marginal(channel, form))
                        .toArray();
        return new Told(
                name,
                model.recentSpend(channel),
                Interval.of(
                        draws.stream().mapToDouble(draw -> draw.of(channel, byForm)).toArray()));
    }
}
