package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.SavedViews;
import app.rotina.state.SavedViews.SavedView;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages a person keeps of a store, each with its span and all else that it was asked for. */
@Controller
class ViewsPage {
    private static final int LONGEST_NAME = 80;
    private static final Pattern ADDRESS =
            Pattern.compile("/[a-z_]+(/[a-z0-9_-]+)*(\\?[^\\p{Cntrl}\\s]{0,1500})?");

    private final SavedViews views;

    ViewsPage(SavedViews views) {
        this.views = views;
    }

    /** The page. */
    record View(List<SavedView> views) {}

    @GetMapping("/s/{store}/views")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Caller caller, Store store) {
        @Nullable Person person = caller.person();
        return screen.show(
                "views", new View(person == null ? List.of() : views.of(store.id(), person.id())));
    }

    /** Keeps a page and goes back to it. */
    @PostMapping("/s/{store}/views")
    @Access(Role.VIEWER)
    String keep(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new RotinaException(Problem.BAD_ARGUMENT, called);
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, address);
        }
        views.keep(store.id(), person(caller).id(), called, address);
        return "redirect:" + screen.address("/views?done=view");
    }

    @PostMapping("/s/{store}/views/{view}/removal")
    @Access(Role.VIEWER)
    String remove(Screen screen, Caller caller, Store store, @PathVariable long view) {
        views.remove(store.id(), person(caller).id(), view);
        String undo = "&undo=/views/" + view + "/restoration";
        return "redirect:" + screen.address("/views?done=view_removed" + undo);
    }

    @PostMapping("/s/{store}/views/{view}/restoration")
    @Access(Role.VIEWER)
    String restore(Screen screen, Caller caller, Store store, @PathVariable long view) {
        views.restore(store.id(), person(caller).id(), view);
        return "redirect:" + screen.address("/views?done=restored");
    }

    private static Person person(Caller caller) {
        @Nullable Person person = caller.person();
        if (person == null) {
            throw new RotinaException(Problem.NOT_SIGNED_IN);
        }
        return person;
    }
}
