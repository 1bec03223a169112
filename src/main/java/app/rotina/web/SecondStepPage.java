package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.access.SecondStep;
import app.rotina.access.SecondStep.Proposal;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Person;
import app.rotina.state.Role;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting an authenticator app up and off, and the recovery codes. */
@Controller
class SecondStepPage {
    private final SecondStep second;

    SecondStepPage(SecondStep second) {
        this.second = second;
    }

    @GetMapping("/account/app")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    ModelAndView show(Screen screen, Caller caller) {
        return screen.show("account_app", setUp(caller.self()));
    }

    @PostMapping("/account/app")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    ModelAndView accept(Screen screen, Caller caller, @RequestParam String code) {
        try {
            return codes(screen, second.accept(caller.self(), code));
        } catch (RotinaException e) {
            return screen.refuse("account_app", setUp(caller.self()), e);
        }
    }

    @PostMapping("/account/app/removal")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    String remove(Caller caller) {
        second.removeApp(caller.self());
        return "redirect:/account?done=app_off";
    }

    @PostMapping("/account/codes")
    @Access(Role.VIEWER)
    @InPerson(fresh = true)
    ModelAndView newCodes(Screen screen, Caller caller) {
        return codes(screen, second.newCodes(caller.self()));
    }

    private static ModelAndView codes(Screen screen, List<String> codes) {
        return screen.show("account_codes", new AccountView.Codes(codes));
    }

    private AccountView.SetUp setUp(Person person) {
        Proposal proposal = second.propose(person);
        return new AccountView.SetUp(QrSquare.of(proposal.address()), proposal.secret());
    }
}
