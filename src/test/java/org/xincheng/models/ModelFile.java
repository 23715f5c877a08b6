package org.xincheng.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A model as the engine reads it, and as plain attributes and texts for rules about everything that is written in it. */
final class ModelFile {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final String name;
    private final BpmnModelInstance model;
    private final List<Part> parts = new ArrayList<>();

    /**
     * An attribute, or a text.
     *
     * @param owner id of the element, or of the nearest one around it that has an id
     * @param element local name
     * @param attribute local name, with {@code camunda:} before the engine's own; null for a text
     * @param value what is written there
     */
    record Part(String owner, String element, String attribute, String value) {}

    private ModelFile(String name, BpmnModelInstance model) {
        this.name = name;
        this.model = model;
    }

    /** Reads a file; one that breaks BPMN's own schema is refused by the engine's parser. */
    static ModelFile read(Path path) {
        try (InputStream forEngine = Files.newInputStream(path);
                InputStream forParts = Files.newInputStream(path)) {
            ModelFile file = new ModelFile(
                    path.getFileName().toString().replaceFirst("\\.bpmn$", ""), Bpmn.readModelFromStream(forEngine));
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            file.collect(factory.newDocumentBuilder().parse(forParts).getDocumentElement(), "");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("Cannot read " + path, e);
        }
    }

    /** The models under a folder, in the order of their paths. */
    static List<Path> paths(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without its ending. */
    String name() {
        return name;
    }

    /** All elements of a type, subtypes included. */
    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    /** Everything written in the model, documentation and drawing left out. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    private void collect(Element element, String around) {
        String kind = element.getLocalName();
        if (kind.equals("documentation") || kind.equals("BPMNDiagram")) {
            return;
        }
        String owner = element.hasAttribute("id") ? element.getAttribute("id") : around;
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String prefix = CAMUNDA.equals(attribute.getNamespaceURI()) ? "camunda:" : "";
            parts.add(new Part(owner, kind, prefix + attribute.getLocalName(), attribute.getNodeValue()));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, owner);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && !child.getNodeValue().isBlank()) {
                parts.add(new Part(owner, kind, null, child.getNodeValue().strip()));
            }
        }
    }
}
