/** Who waits for whom. */
export type WaitGraph<Node> = Map<Node, Set<Node>>;

/** The nodes of some ring in the graph, or undefined when there is none. */
export function findCycle<Node>(graph: WaitGraph<Node>): Node[] | undefined {
  for (const start of graph.keys()) {
    const path = findPath(graph, start, start);
    if (path) return path;
  }
  return undefined;
}

/** Whether `from` waits for `to`, directly or through others. */
export function reaches<Node>(graph: WaitGraph<Node>, from: Node, to: Node): boolean {
  return findPath(graph, from, to) !== undefined;
}

/** The nodes from `from` up to (without) `to`, along at least one edge. */
function findPath<Node>(graph: WaitGraph<Node>, from: Node, to: Node): Node[] | undefined {
  const cameFrom = new Map<Node, Node>();
  const queue: Node[] = [from];

  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === to) return pathBack(cameFrom, from, node);
      if (next === from || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}

function pathBack<Node>(cameFrom: Map<Node, Node>, from: Node, to: Node): Node[] {
  const path = [to];
  for (let node = to; node !== from;) {
    const previous = cameFrom.get(node);
    if (previous === undefined) break;
    path.push(previous);
    node = previous;
  }
  return path;
}
