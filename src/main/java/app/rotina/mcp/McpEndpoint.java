package app.rotina.mcp;

import app.rotina.api.OpenApiDocument;
import app.rotina.mcp.ApiCalls.Asking;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStatelessServerTransport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Where assistants call: {@code POST /api/mcp}, with a bearer token, as the gate sees to. */
@Configuration(proxyBeanMethods = false)
class McpEndpoint {
    private static final String PATH = "/api/mcp";
    private static final String ASKING = Asking.class.getName();
    private static final String INSTRUCTIONS =
            """
            Rotina holds the daily routine of online stores: targets, the daily close with its verdict, the causes of a gap in money, \
            checks with their findings, and tasks. Begin with list_stores. Days are local days of the store. Amounts are decimal strings \
            in the store's currency. A null with a reason under "missing" is not zero: say that it cannot be told.\
            """;

    private final OpenApiDocument openApi;
    private final ApiCalls calls;

    McpEndpoint(OpenApiDocument openApi, ApiCalls calls) {
        this.openApi = openApi;
        this.calls = calls;
    }

    /** Made when it is first called; a store without assistants waits for nothing. */
    @Bean
    RouterFunction<ServerResponse> mcp() {
        SingletonSupplier<RouterFunction<ServerResponse>> server = SingletonSupplier.of(this::open);
        return RouterFunctions.route()
                .POST(PATH, request -> server.obtain().route(request).orElseThrow().handle(request))
                .build();
    }

    private RouterFunction<ServerResponse> open() {
        WebMvcStatelessServerTransport transport =
                WebMvcStatelessServerTransport.builder()
                        .messageEndpoint(PATH)
                        .contextExtractor(McpEndpoint::asking)
                        .build();
        McpServer.sync(transport)
                .serverInfo("rotina", version())
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .immediateExecution(true)
                .tools(
                        Tool.all(JsonMapper.shared().valueToTree(openApi.document())).stream()
                                .map(this::offered)
                                .toList())
                .build();
        return transport.getRouterFunction();
    }

    private SyncToolSpecification offered(Tool tool) {
        McpSchema.Tool told =
                McpSchema.Tool.builder(tool.id(), tool.schema())
                        .title(tool.title())
                        .description(tool.describes())
                        .annotations(
                                ToolAnnotations.builder()
                                        .readOnlyHint(tool.reads())
                                        .destructiveHint(false)
                                        .openWorldHint(false)
                                        .build())
                        .build();
        return new SyncToolSpecification(
                told, (from, request) -> calls.call(tool, request.arguments(), asking(from)));
    }

    private static McpTransportContext asking(ServerRequest request) {
        String languages =
                Objects.requireNonNullElse(
                        request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE), "");
        return McpTransportContext.create(
                Map.of(ASKING, new Asking(authorization(request), languages)));
    }

    private static Asking asking(McpTransportContext from) {
        return (Asking) Objects.requireNonNull(from.get(ASKING));
    }

    private static String authorization(ServerRequest request) {
        return Objects.requireNonNullElse(
                request.headers().firstHeader(HttpHeaders.AUTHORIZATION), "");
    }

    private static String version() {
        return Objects.requireNonNullElse(
                McpEndpoint.class.getPackage().getImplementationVersion(), "1");
    }
}
