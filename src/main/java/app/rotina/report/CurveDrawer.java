package app.rotina.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws a curve's lines on paper, as lines: they stay sharp at any size. */
final class CurveDrawer implements FSObjectDrawer {
    static final String TYPE = "rotina/curve";

    private static final Color ACTUAL = new Color(0x4F46E5);
    private static final Color BAND = new Color(0xDDDCFA);
    private static final Color PLAN = new Color(0x6B7280);
    private static final Color GRID = new Color(0xD5D9DE);
    private static final float[] DASHES = {3f, 2.5f};
    private static final double DOT = 4.4;

    @Override
    @SuppressWarnings("TooManyParameters") // what the renderer's interface asks for
    public @Nullable Map<Shape, String> drawObject(
            Element e,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics ->
                        new Field(graphics, width / dotsPerPixel, height / dotsPerPixel).draw(e));
        return null;
    }

    /** The field that is drawn on, in pixels. */
    private record Field(Graphics2D graphics, double width, double height) {
        void draw(Element e) {
            graphics.setColor(GRID);
            graphics.setStroke(new BasicStroke(0.6f));
            for (String each : e.getAttribute("heights").split(" ", -1)) {
                double at = down(each);
                graphics.draw(new Line2D.Double(0, at, width, at));
            }
            graphics.draw(new Line2D.Double(0, height, width, height));
            graphics.setColor(BAND);
            graphics.fill(way(e.getAttribute("band")));
            line(e.getAttribute("plan"), PLAN, dashed(0.9f));
            line(e.getAttribute("heading"), ACTUAL, dashed(1.2f));
            line(e.getAttribute("actual"), ACTUAL, new BasicStroke(1.6f));
            dot(e.getAttribute("actual"));
        }

        private static BasicStroke dashed(float width) {
            return new BasicStroke(
                    width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, DASHES, 0f);
        }

        private void line(String points, Color colour, BasicStroke stroke) {
            graphics.setColor(colour);
            graphics.setStroke(stroke);
            graphics.draw(way(points));
        }

        private void dot(String points) {
            if (!points.isEmpty()) {
                String[] all = points.split(" ", -1);
                double x = across(all[all.length - 2]) - DOT / 2;
                double y = down(all[all.length - 1]) - DOT / 2;
                graphics.fill(new Ellipse2D.Double(x, y, DOT, DOT));
            }
        }

        private Path2D way(String points) {
            Path2D way = new Path2D.Double();
            String[] all = points.split(" ", -1);
            for (int i = 0; i + 1 < all.length; i += 2) {
                if (i == 0) {
                    way.moveTo(across(all[i]), down(all[i + 1]));
                } else {
                    way.lineTo(across(all[i]), down(all[i + 1]));
                }
            }
            return way;
        }

        private double across(String percent) {
            return width * Double.parseDouble(percent) / 100;
        }

        private double down(String percent) {
            return height * Double.parseDouble(percent) / 100;
        }
    }
}
