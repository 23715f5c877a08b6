package org.xincheng.procedure.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The drawing of a model as {@code docs/diagrams} renders it, on which the way of a case is marked. */
final class Drawing {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String PASSED = "fill: rgb(221, 232, 243)";
    private static final String HERE = "fill: rgb(255, 241, 206); stroke: rgb(163, 26, 26); stroke-width: 4px";
    private static final String TOKEN = "fill: rgb(163, 26, 26); stroke: white; stroke-width: 2px";
    private static final String GROUND = "fill: white";

    /** Where a task's drawing has no sign of its kind, so that none is covered. */
    private static final int INSIDE_CORNER = 14;

    private static final int TOKEN_RADIUS = 9;

    private static final double HALF_A_TASK = 45;

    private static final Pattern STYLES = Pattern.compile(";");
    private static final Pattern NUMBERS = Pattern.compile("[ ,]+");
    private static final Set<String> SHAPES = Set.of("rect", "circle", "polygon");

    private final String svg;

    /** A drawing as it was rendered. */
    Drawing(String svg) {
        this.svg = svg;
    }

    /**
     * The drawing with what was passed shaded, and a token on what waits.
     *
     * @param title what it shows, for readers of the picture alone
     * @param passed ids of activities
     * @param waiting ids of activities
     * @param part what of it is shown
     */
    byte[] marked(String title, Set<String> passed, Set<String> waiting, Part part) {
        try {
            var document = parse();
            var titled = document.createElementNS(SVG, "title");
            titled.setTextContent(title);
            var root = document.getDocumentElement();
            elements(root.getElementsByTagName("*")).forEach(Drawing::inAttributes);
            root.insertBefore(ground(document), root.getFirstChild());
            root.insertBefore(titled, root.getFirstChild());
            for (Element element : elements(root.getElementsByTagName("g"))) {
                var id = element.getAttribute("data-element-id");
                if (!id.isEmpty() && id.equals(part.around()) && element.hasAttribute("transform")) {
                    cut(root, element, part);
                }
                if (waiting.contains(id)) {
                    shape(element).ifPresent(shape -> {
                        restyle(shape, HERE);
                        element.appendChild(token(document, shape));
                    });
                } else if (passed.contains(id)) {
                    shape(element).ifPresent(shape -> restyle(shape, PASSED));
                }
            }
            return bytes(document);
        } catch (ParserConfigurationException | SAXException | IOException | TransformerException broken) {
            throw new IllegalStateException("A drawing of docs/procedures cannot be read", broken);
        }
    }

    /** Shows the part of the drawing in whose middle the element is, at the size it was drawn in. */
    private static void cut(Element root, Element element, Part part) {
        var whole = numbers(root.getAttribute("viewBox"));
        var place = numbers(element.getAttribute("transform").replaceAll("[^0-9. -]", " "));
        var width = Math.min(part.width(), whole[2]);
        var height = Math.min(part.height(), whole[3]);
        var left = within(place[4] + HALF_A_TASK - width / 2, whole[0], whole[0] + whole[2] - width);
        var top = within(place[5] + HALF_A_TASK - height / 2, whole[1], whole[1] + whole[3] - height);
        root.setAttribute("viewBox", left + " " + top + " " + width + " " + height);
        root.setAttribute("width", String.valueOf(width));
        root.setAttribute("height", String.valueOf(height));
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(value, most));
    }

    private static double[] numbers(String text) {
        return NUMBERS.splitAsStream(text.trim())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Optional<Element> shape(Element element) {
        return elements(element.getElementsByTagName("*")).stream()
                .filter(one -> SHAPES.contains(one.getTagName()))
                .findFirst();
    }

    /** Styles as attributes of their own: a picture under a policy that lets no style in looks the same. */
    private static void inAttributes(Element element) {
        restyle(element, element.getAttribute("style"));
        element.removeAttribute("style");
    }

    private static void restyle(Element shape, String styles) {
        STYLES.splitAsStream(styles).forEach(style -> {
            int colon = style.indexOf(':');
            if (colon > 0) {
                shape.setAttribute(
                        style.substring(0, colon).strip(),
                        style.substring(colon + 1).strip().replace("\"", ""));
            }
        });
    }

    /** White below all, for readers on a dark page. */
    private static Element ground(Document document) {
        var place = numbers(document.getDocumentElement().getAttribute("viewBox"));
        var ground = document.createElementNS(SVG, "rect");
        ground.setAttribute("x", String.valueOf(place[0]));
        ground.setAttribute("y", String.valueOf(place[1]));
        ground.setAttribute("width", String.valueOf(place[2]));
        ground.setAttribute("height", String.valueOf(place[3]));
        restyle(ground, GROUND);
        return ground;
    }

    /** A round token at the right upper corner of a task, in the middle of an event or a gateway. */
    private static Element token(Document document, Element shape) {
        var box = "rect".equals(shape.getTagName());
        var token = document.createElementNS(SVG, "circle");
        var attributes = box
                ? Map.of("cx", number(shape, "width") - INSIDE_CORNER, "cy", (double) INSIDE_CORNER)
                : middle(shape);
        attributes.forEach((name, value) -> token.setAttribute(name, String.valueOf(value)));
        token.setAttribute("r", String.valueOf(TOKEN_RADIUS));
        restyle(token, TOKEN);
        return token;
    }

    private static Map<String, Double> middle(Element shape) {
        if ("circle".equals(shape.getTagName())) {
            return Map.of("cx", number(shape, "cx"), "cy", number(shape, "cy"));
        }
        var corners = numbers(shape.getAttribute("points"));
        double right = 0;
        double bottom = 0;
        for (int i = 0; i + 1 < corners.length; i += 2) {
            right = Math.max(right, corners[i]);
            bottom = Math.max(bottom, corners[i + 1]);
        }
        return Map.of("cx", right / 2, "cy", bottom / 2);
    }

    private static double number(Element shape, String attribute) {
        return Double.parseDouble(shape.getAttribute(attribute));
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private Document parse() throws ParserConfigurationException, SAXException, IOException {
        return factory().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** The drawing names the DTD of SVG; it is not fetched. */
    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        return factory;
    }

    private static byte[] bytes(Document document) throws TransformerException {
        var factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var writer = factory.newTransformer();
        writer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
        var written = new ByteArrayOutputStream();
        writer.transform(new DOMSource(document.getDocumentElement()), new StreamResult(written));
        return written.toByteArray();
    }
}
