// An interactive map of points: nothing of it is loaded until the button is pressed. The drawn map and the list say the same without it.

const box = document.querySelector("[data-map]");
const ask = document.querySelector("[data-map-ask]");
const said = document.querySelector("[data-map-said]");

function sheet(address) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: resolve, onerror: reject });
    document.head.append(link);
  });
}

function ground({ style, tiles, maxZoom }) {
  return style ?? {
    version: 8,
    sources: { ground: { type: "raster", tiles: [new URL(tiles, location.href).href.replaceAll("%7B", "{").replaceAll("%7D", "}")], tileSize: 256, maxzoom: maxZoom } },
    layers: [{ id: "ground", type: "raster", source: "ground" }],
  };
}

/** What a press on a point opens: names that lead to their pages, built as nodes. */
function names(features) {
  const list = document.createElement("ul");
  for (const { properties } of features.slice(0, 20)) {
    const address = new URL(properties.url, location.href);
    const link = Object.assign(document.createElement("a"), { href: address.pathname + address.search, textContent: properties.name });
    link.lang = "vi";
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  list.className = "ps-plain";
  return list;
}

function boundsOf(gl, features) {
  const bounds = new gl.LngLatBounds();
  features.forEach(({ geometry }) => bounds.extend(geometry.coordinates));
  return bounds;
}

function show(map, points) {
  map.addSource("points", { type: "geojson", data: points, cluster: true, clusterRadius: 40, clusterMaxZoom: 13 });
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--site-base").trim() || "#123f2d";
  map.addLayer({
    id: "points",
    type: "circle",
    source: "points",
    paint: { "circle-color": colour, "circle-stroke-color": "#fff", "circle-stroke-width": 2, "circle-radius": ["case", ["has", "point_count"], ["min", 30, ["+", 10, ["sqrt", ["get", "point_count"]]]], 8] },
  });
}

function listen(gl, map) {
  map.on("click", "points", async ({ features: [feature], lngLat }) => {
    const source = map.getSource("points");
    const within = feature.properties.cluster ? await source.getClusterLeaves(feature.properties.cluster_id, 20, 0) : [feature];
    new gl.Popup({ maxWidth: "18rem" }).setLngLat(lngLat).setDOMContent(names(within)).addTo(map);
  });
  map.on("mouseenter", "points", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "points", () => { map.getCanvas().style.cursor = ""; });
}

async function open(settings) {
  const [gl, points] = await Promise.all([
    import(settings.script),
    fetch(settings.points).then((answer) => { if (!answer.ok) throw new Error(`${answer.status}`); return answer.json(); }),
    sheet(settings.sheet),
  ]);
  gl.setWorkerUrl(new URL(settings.worker, location.href).href);
  const drawn = [...box.childNodes];
  const place = document.createElement("div");
  place.className = "map-ground";
  box.replaceChildren(place);
  try {
    const map = new gl.Map({
      container: place,
      style: ground(settings),
      bounds: boundsOf(gl, points.features),
      fitBoundsOptions: { padding: 40, maxZoom: 13 },
      locale: settings.words,
      cooperativeGestures: false,
      fadeDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300,
      // Whom picture tiles are owed to stands below the map on the page; a style says it of its own sources.
      attributionControl: settings.style ? { compact: false } : false,
    });
    map.scrollZoom.disable(); // A page that is scrolled past stays a page.
    map.addControl(new gl.NavigationControl({ showCompass: false }));
    await map.once("load");
    show(map, points);
    listen(gl, map);
    map.once("idle", () => { box.dataset.mapReady = ""; });
  } catch (error) {
    box.replaceChildren(...drawn);
    throw error;
  }
}

if (box?.dataset.map && ask) {
  const settings = JSON.parse(box.dataset.map);
  const button = ask.querySelector("button");
  ask.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.textContent = "";
    try {
      await open(settings);
      ask.hidden = true;
    } catch (error) {
      console.warn(error);
      button.disabled = false;
      said.textContent = settings.failed;
    }
  });
}
