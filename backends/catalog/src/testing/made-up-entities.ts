/** Entities that differ in everything that queries look at. */
export const madeUpEntities = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: alpha
  title: Alpha Service
  tags: [java, data]
  labels: {example.com/tier: gold}
  annotations: {example.com/project: a/b.c}
  description: 100% sure_thing
spec: {type: service, lifecycle: production, owner: team-a, system: shop}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: Beta.v2, tags: [go]}
spec: {type: website, lifecycle: experimental, owner: team-b, dependsOn: [component:alpha]}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: gamma, namespace: other, title: Straße İstanbul}
spec: {type: Service, lifecycle: production, owner: group:default/team-a, priority: 5, flag: true, note: ''}
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: {name: shop-api, title: alpha}
spec: {type: openapi, lifecycle: production, owner: team-a, definition: 'openapi: 3.1.0'}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: team-a}
spec: {type: team, children: []}
`;
