package app.rotina.api;

import app.rotina.Rotina;
import app.rotina.kernel.DataFolder;
import app.rotina.state.StateForTests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The whole product on a free port, with a database of its own, spoken to over HTTP. */
public final class ServerForTests implements AutoCloseable {
    private final Path folder;
    private final Server server;
    private final HttpClient http = HttpClient.newHttpClient();

    public ServerForTests() {
        this(StateForTests.lastingFolder(), StateForTests.newDatabase());
    }

    /** On a folder and a database that may have been used before. */
    public ServerForTests(Path folder, String stateUrl) {
        this(Rotina.class, folder, stateUrl);
    }

    /** The product with something put before its routes. */
    ServerForTests(Class<?> application) {
        this(application, StateForTests.lastingFolder(), StateForTests.newDatabase());
    }

    private ServerForTests(Class<?> application, Path folder, String stateUrl) {
        this.folder = folder;
        this.server =
                Server.start(
                        application, new DataFolder(folder), Server.Place.ANYWHERE_LOCAL, stateUrl);
    }

    public String folder() {
        return folder.toString();
    }

    public URI url(String path) {
        return URI.create(server.address().url() + path);
    }

    /** The token of the command line of this server's owner. */
    public String ownerToken() {
        return server.address().token();
    }

    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    public Server server() {
        return server;
    }

    public HttpResponse<String> call(String method, String path, @Nullable String token) {
        return call(method, path, token, "{}");
    }

    public HttpResponse<String> call(
            String method, String path, @Nullable String token, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
