package app.rotina.sync;

import app.rotina.outgoing.Answer;
import app.rotina.outgoing.Call;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * What is asked for once or more often; each time it shows anew who asks.
 *
 * @param method how, as HTTP says it
 * @param type of what is sent
 * @param body what is sent; empty: nothing, the address says all
 * @param empty the header with which a 404 says that a list has no records; empty: none
 * @param failures what the service's own errors mean
 */
record Question(
        String method,
        URI address,
        String type,
        String body,
        Auth auth,
        String empty,
        Failures failures) {
    /** Whatever a 404 says, it means that there is nothing. */
    static final String ANY = "*";

    private static final String DELETE = "DELETE";
    private static final String FORM = "application/x-www-form-urlencoded";

    static Question of(URI address, Auth auth, String empty) {
        return new Question("GET", address, "", "", auth, empty, Failures.NONE);
    }

    /** Takes away what is there; what is gone already is no failure. */
    static Question delete(URI address, Auth auth) {
        return new Question(DELETE, address, "", "", auth, ANY, Failures.NONE);
    }

    /** Where the address says all that is wanted. */
    static Question post(URI address, Auth auth) {
        return new Question("POST", address, "", "", auth, "", Failures.NONE);
    }

    static Question json(URI address, String body, Auth auth) {
        return new Question("POST", address, "application/json", body, auth, "", Failures.NONE);
    }

    /** As browsers send forms. */
    static Question form(URI address, String body, Auth auth) {
        return new Question("POST", address, FORM, body, auth, "", Failures.NONE);
    }

    /** The same, where the service has errors of its own. */
    Question failing(Failures own) {
        return new Question(method, address, type, body, auth, empty, own);
    }

    Call call() {
        Map<String, String> headers = new HashMap<>(auth.headers(address));
        if (!body.isEmpty()) {
            headers.put("Content-Type", type);
        }
        return new Call(method, address, headers, body);
    }

    /**
     * Whether this status means that we are not known; of a form that asks for a token 400, too.
     */
    boolean isRefusal(int status) {
        return status == 401 || status == 403 || (status == 400 && type.equals(FORM));
    }

    /** Whether it is answered that there is nothing of what is asked for. */
    boolean isNone(Answer answer) {
        boolean taken = method.equals(DELETE) && answer.isFine() && answer.text().isBlank();
        return taken
                || (answer.status() == 404
                        && (empty.equals(ANY) || answer.headers().containsKey(empty)));
    }

    String host() {
        return String.valueOf(address.getHost());
    }
}
